"use strict";
exports.body = validate10;
const schema11 = {"$id":"https://chat-config.dev/schemas/channel.schema.json","type":"object","properties":{"created_by_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"name":{"type":"string"},"image":{"type":"string"},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["auto_translation_enabled","auto_translation_language","blocked","cid","config","config_overrides","cooldown","created_at","created_by","created_by_id","custom","deleted_at","disabled","filter_tags","frozen","hidden","hide_messages_before","id","invites","last_message_at","member_count","members","message_count","mute_expires_at","muted","own_capabilities","team","truncated_at","truncated_by","truncated_by_id","type","updated_at"]}},"additionalProperties":{}},"members":{"type":"object","propertyNames":{"$ref":"#/definitions/user_id"},"additionalProperties":{"$ref":"#/definitions/member"}},"members_mode":{"type":"string","enum":["at_least","exact","ignore"]},"moderators":{"type":"array","items":{"$ref":"#/definitions/user_id"},"uniqueItems":true},"frozen":{"type":"boolean"},"disabled":{"type":"boolean"},"cooldown":{"type":"integer","minimum":0,"maximum":120},"team":{"type":"string"},"filter_tags":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"auto_translation_enabled":{"type":"boolean"},"auto_translation_language":{"type":"string"},"config_overrides":{"type":"object","properties":{"typing_events":{"type":"boolean"},"reactions":{"type":"boolean"},"replies":{"type":"boolean"},"quotes":{"type":"boolean"},"uploads":{"type":"boolean"},"url_enrichment":{"type":"boolean"},"shared_locations":{"type":"boolean"},"count_messages":{"type":"boolean"},"user_message_reminders":{"type":"boolean"},"max_message_length":{"type":"integer","minimum":0,"maximum":20000},"push_level":{"type":"string","enum":["all","all_mentions","mentions","direct_mentions","none"]},"chat_preferences":{"type":"object","properties":{"default_preference":{"type":"string"},"direct_mentions":{"type":"string"},"role_mentions":{"type":"string"},"group_mentions":{"type":"string"},"here_mentions":{"type":"string"},"channel_mentions":{"type":"string"},"distinct_channel_messages":{"type":"string"},"thread_replies":{"type":"string"}},"additionalProperties":false},"commands":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^\\S+$"},"uniqueItems":true},"blocklist":{"type":"string"},"blocklist_behavior":{"type":"string","enum":["flag","block"]},"grants":{"type":"object","propertyNames":{"minLength":1,"maxLength":64},"additionalProperties":{"type":"array","items":{"type":"string","minLength":1,"maxLength":256},"uniqueItems":true}}},"additionalProperties":false},"announce":{"type":"object","required":["as"],"properties":{"as":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"on_update":{"type":"string","minLength":1},"on_members_added":{"type":"string","minLength":1}},"additionalProperties":false},"messages":{"type":"object","propertyNames":{"pattern":"^[\\w-]{1,64}$"},"additionalProperties":{"$ref":"#/definitions/message"}},"protect":{"type":"boolean"}},"additionalProperties":false,"definitions":{"id":{"type":"string","pattern":"^[\\w-]{1,64}:[\\w-]{1,64}$"},"collection":{"type":"object","properties":{"from":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"patternProperties":{"^[\\w-]{1,64}:[\\w-]{1,64}$":{"$ref":"#"}},"additionalProperties":false},"user_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"member":{"type":["object","null"],"properties":{"channel_role":{"type":"string","minLength":1,"maxLength":64},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["archived","archived_at","ban_expires","ban_from_future_channels","banned","channel_role","created_at","custom","deleted_at","deleted_messages","future_channel_ban_expires","invite_accepted_at","invite_rejected_at","invited","is_moderator","notifications_muted","pinned","pinned_at","role","shadow_banned","status","updated_at","user","user_id"]}},"additionalProperties":{}},"invite":{"type":"boolean"}},"additionalProperties":false},"message":{"type":"object","required":["user_id"],"properties":{"id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^,%]+$"},"user_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"text":{"type":"string"},"type":{"type":"string","enum":["regular","system"]},"pinned":{"type":"boolean"},"pin_expires":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"attachments":{"type":"array","items":{"$ref":"#/definitions/attachment"},"maxItems":30},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["attachments","cid","command","created_at","custom","deleted_at","deleted_for_me","deleted_reply_count","draft","html","i18n","id","image_labels","latest_reactions","member","mentioned_channel","mentioned_group_ids","mentioned_groups","mentioned_here","mentioned_roles","mentioned_users","message_text_updated_at","mml","moderation","own_reactions","parent_id","pin_expires","pinned","pinned_at","pinned_by","poll","poll_id","quoted_message","quoted_message_id","reaction_counts","reaction_groups","reaction_scores","reminder","reply_count","restricted_visibility","shadowed","shared_location","show_in_channel","silent","text","thread_participants","type","updated_at","user","user_id"]}},"additionalProperties":{}},"silent":{"type":"boolean"},"mentioned_users":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":100,"uniqueItems":true},"mentioned_roles":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_group_ids":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_here":{"type":"boolean"},"mentioned_channel":{"type":"boolean"},"restricted_visibility":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":10,"uniqueItems":true},"html":{"type":"string"},"mml":{"type":"string"},"parent_id":{"type":"string"},"show_in_channel":{"type":"boolean"},"quoted_message_id":{"type":"string"},"poll_id":{"type":"string"},"shared_location":{"type":"object","required":["latitude","longitude"],"properties":{"latitude":{"type":"number","minimum":-90,"maximum":90},"longitude":{"type":"number","minimum":-180,"maximum":180},"end_at":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"created_by_device_id":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"attachment":{"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"title_link":{"type":"string"},"text":{"type":"string"},"pretext":{"type":"string"},"fallback":{"type":"string"},"color":{"type":"string"},"image_url":{"type":"string"},"thumb_url":{"type":"string"},"asset_url":{"type":"string"},"og_scrape_url":{"type":"string"},"original_width":{"type":"integer","minimum":0},"original_height":{"type":"integer","minimum":0},"author_name":{"type":"string"},"author_link":{"type":"string"},"author_icon":{"type":"string"},"footer":{"type":"string"},"footer_icon":{"type":"string"},"fields":{"type":"array","items":{"type":"object","required":["title","value","short"],"properties":{"title":{"type":"string"},"value":{"type":"string"},"short":{"type":"boolean"}},"additionalProperties":false}},"actions":{"type":"array","items":{"type":"object","required":["name","text","type"],"properties":{"name":{"type":"string"},"text":{"type":"string"},"type":{"type":"string"},"style":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"giphy":{"type":"object","required":["original","fixed_height","fixed_height_still","fixed_height_downsampled","fixed_width","fixed_width_still","fixed_width_downsampled"],"properties":{"original":{"$ref":"#/definitions/image_data"},"fixed_height":{"$ref":"#/definitions/image_data"},"fixed_height_still":{"$ref":"#/definitions/image_data"},"fixed_height_downsampled":{"$ref":"#/definitions/image_data"},"fixed_width":{"$ref":"#/definitions/image_data"},"fixed_width_still":{"$ref":"#/definitions/image_data"},"fixed_width_downsampled":{"$ref":"#/definitions/image_data"}},"additionalProperties":false},"custom":{"type":"object","additionalProperties":true}},"additionalProperties":false},"image_data":{"type":"object","required":["url","width","height","size","frames"],"properties":{"url":{"type":"string"},"width":{"type":"string"},"height":{"type":"string"},"size":{"type":"string"},"frames":{"type":"string"}},"additionalProperties":false}}};
const schema12 = {"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"};
const schema13 = {"type":["object","null"],"properties":{"channel_role":{"type":"string","minLength":1,"maxLength":64},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["archived","archived_at","ban_expires","ban_from_future_channels","banned","channel_role","created_at","custom","deleted_at","deleted_messages","future_channel_ban_expires","invite_accepted_at","invite_rejected_at","invited","is_moderator","notifications_muted","pinned","pinned_at","role","shadow_banned","status","updated_at","user","user_id"]}},"additionalProperties":{}},"invite":{"type":"boolean"}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const func0 = require("ajv/dist/runtime/equal").default;
const pattern0 = new RegExp("^[@\\w-]+$", "u");
const pattern1 = new RegExp("^[^.\\s$]+$", "u");
const pattern5 = new RegExp("^\\S+$", "u");
const pattern7 = new RegExp("^[\\w-]{1,64}$", "u");
const schema15 = {"type":"object","required":["user_id"],"properties":{"id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^,%]+$"},"user_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"text":{"type":"string"},"type":{"type":"string","enum":["regular","system"]},"pinned":{"type":"boolean"},"pin_expires":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"attachments":{"type":"array","items":{"$ref":"#/definitions/attachment"},"maxItems":30},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["attachments","cid","command","created_at","custom","deleted_at","deleted_for_me","deleted_reply_count","draft","html","i18n","id","image_labels","latest_reactions","member","mentioned_channel","mentioned_group_ids","mentioned_groups","mentioned_here","mentioned_roles","mentioned_users","message_text_updated_at","mml","moderation","own_reactions","parent_id","pin_expires","pinned","pinned_at","pinned_by","poll","poll_id","quoted_message","quoted_message_id","reaction_counts","reaction_groups","reaction_scores","reminder","reply_count","restricted_visibility","shadowed","shared_location","show_in_channel","silent","text","thread_participants","type","updated_at","user","user_id"]}},"additionalProperties":{}},"silent":{"type":"boolean"},"mentioned_users":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":100,"uniqueItems":true},"mentioned_roles":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_group_ids":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_here":{"type":"boolean"},"mentioned_channel":{"type":"boolean"},"restricted_visibility":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":10,"uniqueItems":true},"html":{"type":"string"},"mml":{"type":"string"},"parent_id":{"type":"string"},"show_in_channel":{"type":"boolean"},"quoted_message_id":{"type":"string"},"poll_id":{"type":"string"},"shared_location":{"type":"object","required":["latitude","longitude"],"properties":{"latitude":{"type":"number","minimum":-90,"maximum":90},"longitude":{"type":"number","minimum":-180,"maximum":180},"end_at":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"created_by_device_id":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const pattern8 = new RegExp("^[^,%]+$", "u");
const pattern10 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
const schema16 = {"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"title_link":{"type":"string"},"text":{"type":"string"},"pretext":{"type":"string"},"fallback":{"type":"string"},"color":{"type":"string"},"image_url":{"type":"string"},"thumb_url":{"type":"string"},"asset_url":{"type":"string"},"og_scrape_url":{"type":"string"},"original_width":{"type":"integer","minimum":0},"original_height":{"type":"integer","minimum":0},"author_name":{"type":"string"},"author_link":{"type":"string"},"author_icon":{"type":"string"},"footer":{"type":"string"},"footer_icon":{"type":"string"},"fields":{"type":"array","items":{"type":"object","required":["title","value","short"],"properties":{"title":{"type":"string"},"value":{"type":"string"},"short":{"type":"boolean"}},"additionalProperties":false}},"actions":{"type":"array","items":{"type":"object","required":["name","text","type"],"properties":{"name":{"type":"string"},"text":{"type":"string"},"type":{"type":"string"},"style":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"giphy":{"type":"object","required":["original","fixed_height","fixed_height_still","fixed_height_downsampled","fixed_width","fixed_width_still","fixed_width_downsampled"],"properties":{"original":{"$ref":"#/definitions/image_data"},"fixed_height":{"$ref":"#/definitions/image_data"},"fixed_height_still":{"$ref":"#/definitions/image_data"},"fixed_height_downsampled":{"$ref":"#/definitions/image_data"},"fixed_width":{"$ref":"#/definitions/image_data"},"fixed_width_still":{"$ref":"#/definitions/image_data"},"fixed_width_downsampled":{"$ref":"#/definitions/image_data"}},"additionalProperties":false},"custom":{"type":"object","additionalProperties":true}},"additionalProperties":false};
const schema17 = {"type":"object","required":["url","width","height","size","frames"],"properties":{"url":{"type":"string"},"width":{"type":"string"},"height":{"type":"string"},"size":{"type":"string"},"frames":{"type":"string"}},"additionalProperties":false};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema16.properties, key0))){
validate12.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.type !== undefined){
const _errs2 = errors;
if(typeof data.type !== "string"){
validate12.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(typeof data.title !== "string"){
validate12.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title_link !== undefined){
const _errs6 = errors;
if(typeof data.title_link !== "string"){
validate12.errors = [{instancePath:instancePath+"/title_link",schemaPath:"#/properties/title_link/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
const _errs8 = errors;
if(typeof data.text !== "string"){
validate12.errors = [{instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pretext !== undefined){
const _errs10 = errors;
if(typeof data.pretext !== "string"){
validate12.errors = [{instancePath:instancePath+"/pretext",schemaPath:"#/properties/pretext/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fallback !== undefined){
const _errs12 = errors;
if(typeof data.fallback !== "string"){
validate12.errors = [{instancePath:instancePath+"/fallback",schemaPath:"#/properties/fallback/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.color !== undefined){
const _errs14 = errors;
if(typeof data.color !== "string"){
validate12.errors = [{instancePath:instancePath+"/color",schemaPath:"#/properties/color/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_url !== undefined){
const _errs16 = errors;
if(typeof data.image_url !== "string"){
validate12.errors = [{instancePath:instancePath+"/image_url",schemaPath:"#/properties/image_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.thumb_url !== undefined){
const _errs18 = errors;
if(typeof data.thumb_url !== "string"){
validate12.errors = [{instancePath:instancePath+"/thumb_url",schemaPath:"#/properties/thumb_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.asset_url !== undefined){
const _errs20 = errors;
if(typeof data.asset_url !== "string"){
validate12.errors = [{instancePath:instancePath+"/asset_url",schemaPath:"#/properties/asset_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.og_scrape_url !== undefined){
const _errs22 = errors;
if(typeof data.og_scrape_url !== "string"){
validate12.errors = [{instancePath:instancePath+"/og_scrape_url",schemaPath:"#/properties/og_scrape_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.original_width !== undefined){
let data11 = data.original_width;
const _errs24 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate12.errors = [{instancePath:instancePath+"/original_width",schemaPath:"#/properties/original_width/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs24){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
validate12.errors = [{instancePath:instancePath+"/original_width",schemaPath:"#/properties/original_width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.original_height !== undefined){
let data12 = data.original_height;
const _errs26 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate12.errors = [{instancePath:instancePath+"/original_height",schemaPath:"#/properties/original_height/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate12.errors = [{instancePath:instancePath+"/original_height",schemaPath:"#/properties/original_height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.author_name !== undefined){
const _errs28 = errors;
if(typeof data.author_name !== "string"){
validate12.errors = [{instancePath:instancePath+"/author_name",schemaPath:"#/properties/author_name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.author_link !== undefined){
const _errs30 = errors;
if(typeof data.author_link !== "string"){
validate12.errors = [{instancePath:instancePath+"/author_link",schemaPath:"#/properties/author_link/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.author_icon !== undefined){
const _errs32 = errors;
if(typeof data.author_icon !== "string"){
validate12.errors = [{instancePath:instancePath+"/author_icon",schemaPath:"#/properties/author_icon/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.footer !== undefined){
const _errs34 = errors;
if(typeof data.footer !== "string"){
validate12.errors = [{instancePath:instancePath+"/footer",schemaPath:"#/properties/footer/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.footer_icon !== undefined){
const _errs36 = errors;
if(typeof data.footer_icon !== "string"){
validate12.errors = [{instancePath:instancePath+"/footer_icon",schemaPath:"#/properties/footer_icon/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fields !== undefined){
let data18 = data.fields;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data18)){
var valid1 = true;
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
const _errs40 = errors;
if(errors === _errs40){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing0;
if((((data19.title === undefined) && (missing0 = "title")) || ((data19.value === undefined) && (missing0 = "value"))) || ((data19.short === undefined) && (missing0 = "short"))){
validate12.errors = [{instancePath:instancePath+"/fields/" + i0,schemaPath:"#/properties/fields/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs42 = errors;
for(const key1 in data19){
if(!(((key1 === "title") || (key1 === "value")) || (key1 === "short"))){
validate12.errors = [{instancePath:instancePath+"/fields/" + i0,schemaPath:"#/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs42 === errors){
if(data19.title !== undefined){
const _errs43 = errors;
if(typeof data19.title !== "string"){
validate12.errors = [{instancePath:instancePath+"/fields/" + i0+"/title",schemaPath:"#/properties/fields/items/properties/title/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs43 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data19.value !== undefined){
const _errs45 = errors;
if(typeof data19.value !== "string"){
validate12.errors = [{instancePath:instancePath+"/fields/" + i0+"/value",schemaPath:"#/properties/fields/items/properties/value/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs45 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data19.short !== undefined){
const _errs47 = errors;
if(typeof data19.short !== "boolean"){
validate12.errors = [{instancePath:instancePath+"/fields/" + i0+"/short",schemaPath:"#/properties/fields/items/properties/short/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid2 = _errs47 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/fields/" + i0,schemaPath:"#/properties/fields/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs40 === errors;
if(!valid1){
break;
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actions !== undefined){
let data23 = data.actions;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data23)){
var valid3 = true;
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
let data24 = data23[i1];
const _errs51 = errors;
if(errors === _errs51){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing1;
if((((data24.name === undefined) && (missing1 = "name")) || ((data24.text === undefined) && (missing1 = "text"))) || ((data24.type === undefined) && (missing1 = "type"))){
validate12.errors = [{instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs53 = errors;
for(const key2 in data24){
if(!(((((key2 === "name") || (key2 === "text")) || (key2 === "type")) || (key2 === "style")) || (key2 === "value"))){
validate12.errors = [{instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs53 === errors){
if(data24.name !== undefined){
const _errs54 = errors;
if(typeof data24.name !== "string"){
validate12.errors = [{instancePath:instancePath+"/actions/" + i1+"/name",schemaPath:"#/properties/actions/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs54 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data24.text !== undefined){
const _errs56 = errors;
if(typeof data24.text !== "string"){
validate12.errors = [{instancePath:instancePath+"/actions/" + i1+"/text",schemaPath:"#/properties/actions/items/properties/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs56 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data24.type !== undefined){
const _errs58 = errors;
if(typeof data24.type !== "string"){
validate12.errors = [{instancePath:instancePath+"/actions/" + i1+"/type",schemaPath:"#/properties/actions/items/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs58 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data24.style !== undefined){
const _errs60 = errors;
if(typeof data24.style !== "string"){
validate12.errors = [{instancePath:instancePath+"/actions/" + i1+"/style",schemaPath:"#/properties/actions/items/properties/style/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs60 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data24.value !== undefined){
const _errs62 = errors;
if(typeof data24.value !== "string"){
validate12.errors = [{instancePath:instancePath+"/actions/" + i1+"/value",schemaPath:"#/properties/actions/items/properties/value/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs62 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs51 === errors;
if(!valid3){
break;
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.giphy !== undefined){
let data30 = data.giphy;
const _errs64 = errors;
if(errors === _errs64){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
let missing2;
if((((((((data30.original === undefined) && (missing2 = "original")) || ((data30.fixed_height === undefined) && (missing2 = "fixed_height"))) || ((data30.fixed_height_still === undefined) && (missing2 = "fixed_height_still"))) || ((data30.fixed_height_downsampled === undefined) && (missing2 = "fixed_height_downsampled"))) || ((data30.fixed_width === undefined) && (missing2 = "fixed_width"))) || ((data30.fixed_width_still === undefined) && (missing2 = "fixed_width_still"))) || ((data30.fixed_width_downsampled === undefined) && (missing2 = "fixed_width_downsampled"))){
validate12.errors = [{instancePath:instancePath+"/giphy",schemaPath:"#/properties/giphy/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs66 = errors;
for(const key3 in data30){
if(!(((((((key3 === "original") || (key3 === "fixed_height")) || (key3 === "fixed_height_still")) || (key3 === "fixed_height_downsampled")) || (key3 === "fixed_width")) || (key3 === "fixed_width_still")) || (key3 === "fixed_width_downsampled"))){
validate12.errors = [{instancePath:instancePath+"/giphy",schemaPath:"#/properties/giphy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs66 === errors){
if(data30.original !== undefined){
let data31 = data30.original;
const _errs67 = errors;
const _errs68 = errors;
if(errors === _errs68){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing3;
if((((((data31.url === undefined) && (missing3 = "url")) || ((data31.width === undefined) && (missing3 = "width"))) || ((data31.height === undefined) && (missing3 = "height"))) || ((data31.size === undefined) && (missing3 = "size"))) || ((data31.frames === undefined) && (missing3 = "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/original",schemaPath:"#/definitions/image_data/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs70 = errors;
for(const key4 in data31){
if(!(((((key4 === "url") || (key4 === "width")) || (key4 === "height")) || (key4 === "size")) || (key4 === "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/original",schemaPath:"#/definitions/image_data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs70 === errors){
if(data31.url !== undefined){
const _errs71 = errors;
if(typeof data31.url !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/original/url",schemaPath:"#/definitions/image_data/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs71 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data31.width !== undefined){
const _errs73 = errors;
if(typeof data31.width !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/original/width",schemaPath:"#/definitions/image_data/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs73 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data31.height !== undefined){
const _errs75 = errors;
if(typeof data31.height !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/original/height",schemaPath:"#/definitions/image_data/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs75 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data31.size !== undefined){
const _errs77 = errors;
if(typeof data31.size !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/original/size",schemaPath:"#/definitions/image_data/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs77 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data31.frames !== undefined){
const _errs79 = errors;
if(typeof data31.frames !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/original/frames",schemaPath:"#/definitions/image_data/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs79 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy/original",schemaPath:"#/definitions/image_data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs67 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_height !== undefined){
let data37 = data30.fixed_height;
const _errs81 = errors;
const _errs82 = errors;
if(errors === _errs82){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
let missing4;
if((((((data37.url === undefined) && (missing4 = "url")) || ((data37.width === undefined) && (missing4 = "width"))) || ((data37.height === undefined) && (missing4 = "height"))) || ((data37.size === undefined) && (missing4 = "size"))) || ((data37.frames === undefined) && (missing4 = "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height",schemaPath:"#/definitions/image_data/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
const _errs84 = errors;
for(const key5 in data37){
if(!(((((key5 === "url") || (key5 === "width")) || (key5 === "height")) || (key5 === "size")) || (key5 === "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height",schemaPath:"#/definitions/image_data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs84 === errors){
if(data37.url !== undefined){
const _errs85 = errors;
if(typeof data37.url !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height/url",schemaPath:"#/definitions/image_data/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs85 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data37.width !== undefined){
const _errs87 = errors;
if(typeof data37.width !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height/width",schemaPath:"#/definitions/image_data/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs87 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data37.height !== undefined){
const _errs89 = errors;
if(typeof data37.height !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height/height",schemaPath:"#/definitions/image_data/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs89 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data37.size !== undefined){
const _errs91 = errors;
if(typeof data37.size !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height/size",schemaPath:"#/definitions/image_data/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs91 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data37.frames !== undefined){
const _errs93 = errors;
if(typeof data37.frames !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height/frames",schemaPath:"#/definitions/image_data/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs93 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height",schemaPath:"#/definitions/image_data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs81 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_height_still !== undefined){
let data43 = data30.fixed_height_still;
const _errs95 = errors;
const _errs96 = errors;
if(errors === _errs96){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing5;
if((((((data43.url === undefined) && (missing5 = "url")) || ((data43.width === undefined) && (missing5 = "width"))) || ((data43.height === undefined) && (missing5 = "height"))) || ((data43.size === undefined) && (missing5 = "size"))) || ((data43.frames === undefined) && (missing5 = "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still",schemaPath:"#/definitions/image_data/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs98 = errors;
for(const key6 in data43){
if(!(((((key6 === "url") || (key6 === "width")) || (key6 === "height")) || (key6 === "size")) || (key6 === "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still",schemaPath:"#/definitions/image_data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs98 === errors){
if(data43.url !== undefined){
const _errs99 = errors;
if(typeof data43.url !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still/url",schemaPath:"#/definitions/image_data/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs99 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data43.width !== undefined){
const _errs101 = errors;
if(typeof data43.width !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still/width",schemaPath:"#/definitions/image_data/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs101 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data43.height !== undefined){
const _errs103 = errors;
if(typeof data43.height !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still/height",schemaPath:"#/definitions/image_data/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs103 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data43.size !== undefined){
const _errs105 = errors;
if(typeof data43.size !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still/size",schemaPath:"#/definitions/image_data/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs105 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data43.frames !== undefined){
const _errs107 = errors;
if(typeof data43.frames !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still/frames",schemaPath:"#/definitions/image_data/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs107 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_still",schemaPath:"#/definitions/image_data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs95 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_height_downsampled !== undefined){
let data49 = data30.fixed_height_downsampled;
const _errs109 = errors;
const _errs110 = errors;
if(errors === _errs110){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
let missing6;
if((((((data49.url === undefined) && (missing6 = "url")) || ((data49.width === undefined) && (missing6 = "width"))) || ((data49.height === undefined) && (missing6 = "height"))) || ((data49.size === undefined) && (missing6 = "size"))) || ((data49.frames === undefined) && (missing6 = "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled",schemaPath:"#/definitions/image_data/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
const _errs112 = errors;
for(const key7 in data49){
if(!(((((key7 === "url") || (key7 === "width")) || (key7 === "height")) || (key7 === "size")) || (key7 === "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled",schemaPath:"#/definitions/image_data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs112 === errors){
if(data49.url !== undefined){
const _errs113 = errors;
if(typeof data49.url !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled/url",schemaPath:"#/definitions/image_data/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs113 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data49.width !== undefined){
const _errs115 = errors;
if(typeof data49.width !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled/width",schemaPath:"#/definitions/image_data/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs115 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data49.height !== undefined){
const _errs117 = errors;
if(typeof data49.height !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled/height",schemaPath:"#/definitions/image_data/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs117 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data49.size !== undefined){
const _errs119 = errors;
if(typeof data49.size !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled/size",schemaPath:"#/definitions/image_data/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs119 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data49.frames !== undefined){
const _errs121 = errors;
if(typeof data49.frames !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled/frames",schemaPath:"#/definitions/image_data/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs121 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_height_downsampled",schemaPath:"#/definitions/image_data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs109 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_width !== undefined){
let data55 = data30.fixed_width;
const _errs123 = errors;
const _errs124 = errors;
if(errors === _errs124){
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
let missing7;
if((((((data55.url === undefined) && (missing7 = "url")) || ((data55.width === undefined) && (missing7 = "width"))) || ((data55.height === undefined) && (missing7 = "height"))) || ((data55.size === undefined) && (missing7 = "size"))) || ((data55.frames === undefined) && (missing7 = "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width",schemaPath:"#/definitions/image_data/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
const _errs126 = errors;
for(const key8 in data55){
if(!(((((key8 === "url") || (key8 === "width")) || (key8 === "height")) || (key8 === "size")) || (key8 === "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width",schemaPath:"#/definitions/image_data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs126 === errors){
if(data55.url !== undefined){
const _errs127 = errors;
if(typeof data55.url !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width/url",schemaPath:"#/definitions/image_data/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs127 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data55.width !== undefined){
const _errs129 = errors;
if(typeof data55.width !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width/width",schemaPath:"#/definitions/image_data/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs129 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data55.height !== undefined){
const _errs131 = errors;
if(typeof data55.height !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width/height",schemaPath:"#/definitions/image_data/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs131 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data55.size !== undefined){
const _errs133 = errors;
if(typeof data55.size !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width/size",schemaPath:"#/definitions/image_data/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs133 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data55.frames !== undefined){
const _errs135 = errors;
if(typeof data55.frames !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width/frames",schemaPath:"#/definitions/image_data/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs135 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width",schemaPath:"#/definitions/image_data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs123 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_width_still !== undefined){
let data61 = data30.fixed_width_still;
const _errs137 = errors;
const _errs138 = errors;
if(errors === _errs138){
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
let missing8;
if((((((data61.url === undefined) && (missing8 = "url")) || ((data61.width === undefined) && (missing8 = "width"))) || ((data61.height === undefined) && (missing8 = "height"))) || ((data61.size === undefined) && (missing8 = "size"))) || ((data61.frames === undefined) && (missing8 = "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still",schemaPath:"#/definitions/image_data/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
const _errs140 = errors;
for(const key9 in data61){
if(!(((((key9 === "url") || (key9 === "width")) || (key9 === "height")) || (key9 === "size")) || (key9 === "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still",schemaPath:"#/definitions/image_data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs140 === errors){
if(data61.url !== undefined){
const _errs141 = errors;
if(typeof data61.url !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still/url",schemaPath:"#/definitions/image_data/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs141 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data61.width !== undefined){
const _errs143 = errors;
if(typeof data61.width !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still/width",schemaPath:"#/definitions/image_data/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs143 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data61.height !== undefined){
const _errs145 = errors;
if(typeof data61.height !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still/height",schemaPath:"#/definitions/image_data/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs145 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data61.size !== undefined){
const _errs147 = errors;
if(typeof data61.size !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still/size",schemaPath:"#/definitions/image_data/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs147 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data61.frames !== undefined){
const _errs149 = errors;
if(typeof data61.frames !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still/frames",schemaPath:"#/definitions/image_data/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs149 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_still",schemaPath:"#/definitions/image_data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs137 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_width_downsampled !== undefined){
let data67 = data30.fixed_width_downsampled;
const _errs151 = errors;
const _errs152 = errors;
if(errors === _errs152){
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
let missing9;
if((((((data67.url === undefined) && (missing9 = "url")) || ((data67.width === undefined) && (missing9 = "width"))) || ((data67.height === undefined) && (missing9 = "height"))) || ((data67.size === undefined) && (missing9 = "size"))) || ((data67.frames === undefined) && (missing9 = "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled",schemaPath:"#/definitions/image_data/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
const _errs154 = errors;
for(const key10 in data67){
if(!(((((key10 === "url") || (key10 === "width")) || (key10 === "height")) || (key10 === "size")) || (key10 === "frames"))){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled",schemaPath:"#/definitions/image_data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs154 === errors){
if(data67.url !== undefined){
const _errs155 = errors;
if(typeof data67.url !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled/url",schemaPath:"#/definitions/image_data/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid19 = _errs155 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data67.width !== undefined){
const _errs157 = errors;
if(typeof data67.width !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled/width",schemaPath:"#/definitions/image_data/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid19 = _errs157 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data67.height !== undefined){
const _errs159 = errors;
if(typeof data67.height !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled/height",schemaPath:"#/definitions/image_data/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid19 = _errs159 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data67.size !== undefined){
const _errs161 = errors;
if(typeof data67.size !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled/size",schemaPath:"#/definitions/image_data/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid19 = _errs161 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data67.frames !== undefined){
const _errs163 = errors;
if(typeof data67.frames !== "string"){
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled/frames",schemaPath:"#/definitions/image_data/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid19 = _errs163 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy/fixed_width_downsampled",schemaPath:"#/definitions/image_data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs151 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/giphy",schemaPath:"#/properties/giphy/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs64 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined){
let data73 = data.custom;
const _errs165 = errors;
if(errors === _errs165){
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
}
else {
validate12.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs165 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.user_id === undefined) && (missing0 = "user_id")){
validate11.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema15.properties, key0))){
validate11.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
let data0 = data.id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func3(data0) > 255){
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data0) < 1){
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern8.test(data0)){
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[^,%]+$"}}];
return false;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_id !== undefined){
let data1 = data.user_id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func3(data1) > 255){
validate11.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data1) < 1){
validate11.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data1)){
validate11.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
const _errs6 = errors;
if(typeof data.text !== "string"){
validate11.errors = [{instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data3 = data.type;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate11.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data3 === "regular") || (data3 === "system"))){
validate11.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema15.properties.type.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pinned !== undefined){
const _errs10 = errors;
if(typeof data.pinned !== "boolean"){
validate11.errors = [{instancePath:instancePath+"/pinned",schemaPath:"#/properties/pinned/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pin_expires !== undefined){
let data5 = data.pin_expires;
const _errs12 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate11.errors = [{instancePath:instancePath+"/pin_expires",schemaPath:"#/properties/pin_expires/type",keyword:"type",params:{type: schema15.properties.pin_expires.type}}];
return false;
}
if(errors === _errs12){
if(errors === _errs12){
if(typeof data5 === "string"){
if(!pattern10.test(data5)){
validate11.errors = [{instancePath:instancePath+"/pin_expires",schemaPath:"#/properties/pin_expires/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"}}];
return false;
}
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attachments !== undefined){
let data6 = data.attachments;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data6)){
if(data6.length > 30){
validate11.errors = [{instancePath:instancePath+"/attachments",schemaPath:"#/properties/attachments/maxItems",keyword:"maxItems",params:{limit: 30}}];
return false;
}
else {
var valid1 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate12(data6[i0], {instancePath:instancePath+"/attachments/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/attachments",schemaPath:"#/properties/attachments/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined){
let data8 = data.custom;
const _errs17 = errors;
if(errors === _errs17){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
const _errs19 = errors;
const _errs20 = errors;
const _errs21 = errors;
if(!((((((((((((((((((((((((((((((((((((((((((((((((((key1 === "attachments") || (key1 === "cid")) || (key1 === "command")) || (key1 === "created_at")) || (key1 === "custom")) || (key1 === "deleted_at")) || (key1 === "deleted_for_me")) || (key1 === "deleted_reply_count")) || (key1 === "draft")) || (key1 === "html")) || (key1 === "i18n")) || (key1 === "id")) || (key1 === "image_labels")) || (key1 === "latest_reactions")) || (key1 === "member")) || (key1 === "mentioned_channel")) || (key1 === "mentioned_group_ids")) || (key1 === "mentioned_groups")) || (key1 === "mentioned_here")) || (key1 === "mentioned_roles")) || (key1 === "mentioned_users")) || (key1 === "message_text_updated_at")) || (key1 === "mml")) || (key1 === "moderation")) || (key1 === "own_reactions")) || (key1 === "parent_id")) || (key1 === "pin_expires")) || (key1 === "pinned")) || (key1 === "pinned_at")) || (key1 === "pinned_by")) || (key1 === "poll")) || (key1 === "poll_id")) || (key1 === "quoted_message")) || (key1 === "quoted_message_id")) || (key1 === "reaction_counts")) || (key1 === "reaction_groups")) || (key1 === "reaction_scores")) || (key1 === "reminder")) || (key1 === "reply_count")) || (key1 === "restricted_visibility")) || (key1 === "shadowed")) || (key1 === "shared_location")) || (key1 === "show_in_channel")) || (key1 === "silent")) || (key1 === "text")) || (key1 === "thread_participants")) || (key1 === "type")) || (key1 === "updated_at")) || (key1 === "user")) || (key1 === "user_id"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid3 = _errs21 === errors;
if(valid3){
const err1 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/not",keyword:"not",params:{},propertyName:key1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
if(errors === _errs19){
if(typeof key1 === "string"){
if(!pattern1.test(key1)){
const err2 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[^.\\s$]+$"},propertyName:key1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid2 = _errs19 === errors;
if(!valid2){
const err3 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate11.errors = vErrors;
return false;
break;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.silent !== undefined){
const _errs23 = errors;
if(typeof data.silent !== "boolean"){
validate11.errors = [{instancePath:instancePath+"/silent",schemaPath:"#/properties/silent/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mentioned_users !== undefined){
let data10 = data.mentioned_users;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data10)){
if(data10.length > 100){
validate11.errors = [{instancePath:instancePath+"/mentioned_users",schemaPath:"#/properties/mentioned_users/maxItems",keyword:"maxItems",params:{limit: 100}}];
return false;
}
else {
var valid4 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
const _errs27 = errors;
if(errors === _errs27){
if(typeof data11 === "string"){
if(func3(data11) > 255){
validate11.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data11) < 1){
validate11.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data11)){
validate11.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid4 = _errs27 === errors;
if(!valid4){
break;
}
}
if(valid4){
let i2 = data10.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data10[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate11.errors = [{instancePath:instancePath+"/mentioned_users",schemaPath:"#/properties/mentioned_users/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}}];
return false;
break;
}
indices0[item0] = i2;
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/mentioned_users",schemaPath:"#/properties/mentioned_users/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mentioned_roles !== undefined){
let data12 = data.mentioned_roles;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data12)){
if(data12.length > 10){
validate11.errors = [{instancePath:instancePath+"/mentioned_roles",schemaPath:"#/properties/mentioned_roles/maxItems",keyword:"maxItems",params:{limit: 10}}];
return false;
}
else {
var valid6 = true;
const len2 = data12.length;
for(let i3=0; i3<len2; i3++){
let data13 = data12[i3];
const _errs31 = errors;
if(errors === _errs31){
if(typeof data13 === "string"){
if(func3(data13) < 1){
validate11.errors = [{instancePath:instancePath+"/mentioned_roles/" + i3,schemaPath:"#/properties/mentioned_roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/mentioned_roles/" + i3,schemaPath:"#/properties/mentioned_roles/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid6 = _errs31 === errors;
if(!valid6){
break;
}
}
if(valid6){
let i4 = data12.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data12[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate11.errors = [{instancePath:instancePath+"/mentioned_roles",schemaPath:"#/properties/mentioned_roles/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}}];
return false;
break;
}
indices1[item1] = i4;
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/mentioned_roles",schemaPath:"#/properties/mentioned_roles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mentioned_group_ids !== undefined){
let data14 = data.mentioned_group_ids;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data14)){
if(data14.length > 10){
validate11.errors = [{instancePath:instancePath+"/mentioned_group_ids",schemaPath:"#/properties/mentioned_group_ids/maxItems",keyword:"maxItems",params:{limit: 10}}];
return false;
}
else {
var valid8 = true;
const len3 = data14.length;
for(let i5=0; i5<len3; i5++){
let data15 = data14[i5];
const _errs35 = errors;
if(errors === _errs35){
if(typeof data15 === "string"){
if(func3(data15) < 1){
validate11.errors = [{instancePath:instancePath+"/mentioned_group_ids/" + i5,schemaPath:"#/properties/mentioned_group_ids/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/mentioned_group_ids/" + i5,schemaPath:"#/properties/mentioned_group_ids/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid8 = _errs35 === errors;
if(!valid8){
break;
}
}
if(valid8){
let i6 = data14.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data14[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate11.errors = [{instancePath:instancePath+"/mentioned_group_ids",schemaPath:"#/properties/mentioned_group_ids/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}}];
return false;
break;
}
indices2[item2] = i6;
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/mentioned_group_ids",schemaPath:"#/properties/mentioned_group_ids/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mentioned_here !== undefined){
const _errs37 = errors;
if(typeof data.mentioned_here !== "boolean"){
validate11.errors = [{instancePath:instancePath+"/mentioned_here",schemaPath:"#/properties/mentioned_here/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mentioned_channel !== undefined){
const _errs39 = errors;
if(typeof data.mentioned_channel !== "boolean"){
validate11.errors = [{instancePath:instancePath+"/mentioned_channel",schemaPath:"#/properties/mentioned_channel/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.restricted_visibility !== undefined){
let data18 = data.restricted_visibility;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data18)){
if(data18.length > 10){
validate11.errors = [{instancePath:instancePath+"/restricted_visibility",schemaPath:"#/properties/restricted_visibility/maxItems",keyword:"maxItems",params:{limit: 10}}];
return false;
}
else {
var valid10 = true;
const len4 = data18.length;
for(let i7=0; i7<len4; i7++){
let data19 = data18[i7];
const _errs43 = errors;
if(errors === _errs43){
if(typeof data19 === "string"){
if(func3(data19) > 255){
validate11.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data19) < 1){
validate11.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data19)){
validate11.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs43 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i8 = data18.length;
let j3;
if(i8 > 1){
const indices3 = {};
for(;i8--;){
let item3 = data18[i8];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate11.errors = [{instancePath:instancePath+"/restricted_visibility",schemaPath:"#/properties/restricted_visibility/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}}];
return false;
break;
}
indices3[item3] = i8;
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/restricted_visibility",schemaPath:"#/properties/restricted_visibility/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.html !== undefined){
const _errs45 = errors;
if(typeof data.html !== "string"){
validate11.errors = [{instancePath:instancePath+"/html",schemaPath:"#/properties/html/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mml !== undefined){
const _errs47 = errors;
if(typeof data.mml !== "string"){
validate11.errors = [{instancePath:instancePath+"/mml",schemaPath:"#/properties/mml/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parent_id !== undefined){
const _errs49 = errors;
if(typeof data.parent_id !== "string"){
validate11.errors = [{instancePath:instancePath+"/parent_id",schemaPath:"#/properties/parent_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.show_in_channel !== undefined){
const _errs51 = errors;
if(typeof data.show_in_channel !== "boolean"){
validate11.errors = [{instancePath:instancePath+"/show_in_channel",schemaPath:"#/properties/show_in_channel/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quoted_message_id !== undefined){
const _errs53 = errors;
if(typeof data.quoted_message_id !== "string"){
validate11.errors = [{instancePath:instancePath+"/quoted_message_id",schemaPath:"#/properties/quoted_message_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs53 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.poll_id !== undefined){
const _errs55 = errors;
if(typeof data.poll_id !== "string"){
validate11.errors = [{instancePath:instancePath+"/poll_id",schemaPath:"#/properties/poll_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shared_location !== undefined){
let data26 = data.shared_location;
const _errs57 = errors;
if(errors === _errs57){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing1;
if(((data26.latitude === undefined) && (missing1 = "latitude")) || ((data26.longitude === undefined) && (missing1 = "longitude"))){
validate11.errors = [{instancePath:instancePath+"/shared_location",schemaPath:"#/properties/shared_location/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs59 = errors;
for(const key2 in data26){
if(!((((key2 === "latitude") || (key2 === "longitude")) || (key2 === "end_at")) || (key2 === "created_by_device_id"))){
validate11.errors = [{instancePath:instancePath+"/shared_location",schemaPath:"#/properties/shared_location/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs59 === errors){
if(data26.latitude !== undefined){
let data27 = data26.latitude;
const _errs60 = errors;
if(errors === _errs60){
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 90 || isNaN(data27)){
validate11.errors = [{instancePath:instancePath+"/shared_location/latitude",schemaPath:"#/properties/shared_location/properties/latitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90}}];
return false;
}
else {
if(data27 < -90 || isNaN(data27)){
validate11.errors = [{instancePath:instancePath+"/shared_location/latitude",schemaPath:"#/properties/shared_location/properties/latitude/minimum",keyword:"minimum",params:{comparison: ">=", limit: -90}}];
return false;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/shared_location/latitude",schemaPath:"#/properties/shared_location/properties/latitude/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid12 = _errs60 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data26.longitude !== undefined){
let data28 = data26.longitude;
const _errs62 = errors;
if(errors === _errs62){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 180 || isNaN(data28)){
validate11.errors = [{instancePath:instancePath+"/shared_location/longitude",schemaPath:"#/properties/shared_location/properties/longitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 180}}];
return false;
}
else {
if(data28 < -180 || isNaN(data28)){
validate11.errors = [{instancePath:instancePath+"/shared_location/longitude",schemaPath:"#/properties/shared_location/properties/longitude/minimum",keyword:"minimum",params:{comparison: ">=", limit: -180}}];
return false;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/shared_location/longitude",schemaPath:"#/properties/shared_location/properties/longitude/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid12 = _errs62 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data26.end_at !== undefined){
let data29 = data26.end_at;
const _errs64 = errors;
if(errors === _errs64){
if(errors === _errs64){
if(typeof data29 === "string"){
if(!pattern10.test(data29)){
validate11.errors = [{instancePath:instancePath+"/shared_location/end_at",schemaPath:"#/properties/shared_location/properties/end_at/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/shared_location/end_at",schemaPath:"#/properties/shared_location/properties/end_at/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid12 = _errs64 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data26.created_by_device_id !== undefined){
const _errs66 = errors;
if(typeof data26.created_by_device_id !== "string"){
validate11.errors = [{instancePath:instancePath+"/shared_location/created_by_device_id",schemaPath:"#/properties/shared_location/properties/created_by_device_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid12 = _errs66 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/shared_location",schemaPath:"#/properties/shared_location/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs57 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/channel.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.created_by_id !== undefined){
let data0 = data.created_by_id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func3(data0) > 255){
validate10.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data0) < 1){
validate10.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data0)){
validate10.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image !== undefined){
const _errs6 = errors;
if(typeof data.image !== "string"){
validate10.errors = [{instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined){
let data3 = data.custom;
const _errs8 = errors;
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
const _errs10 = errors;
const _errs11 = errors;
const _errs12 = errors;
if(!((((((((((((((((((((((((((((((((key1 === "auto_translation_enabled") || (key1 === "auto_translation_language")) || (key1 === "blocked")) || (key1 === "cid")) || (key1 === "config")) || (key1 === "config_overrides")) || (key1 === "cooldown")) || (key1 === "created_at")) || (key1 === "created_by")) || (key1 === "created_by_id")) || (key1 === "custom")) || (key1 === "deleted_at")) || (key1 === "disabled")) || (key1 === "filter_tags")) || (key1 === "frozen")) || (key1 === "hidden")) || (key1 === "hide_messages_before")) || (key1 === "id")) || (key1 === "invites")) || (key1 === "last_message_at")) || (key1 === "member_count")) || (key1 === "members")) || (key1 === "message_count")) || (key1 === "mute_expires_at")) || (key1 === "muted")) || (key1 === "own_capabilities")) || (key1 === "team")) || (key1 === "truncated_at")) || (key1 === "truncated_by")) || (key1 === "truncated_by_id")) || (key1 === "type")) || (key1 === "updated_at"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid2 = _errs12 === errors;
if(valid2){
const err1 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/not",keyword:"not",params:{},propertyName:key1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
if(errors === _errs10){
if(typeof key1 === "string"){
if(!pattern1.test(key1)){
const err2 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[^.\\s$]+$"},propertyName:key1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid1 = _errs10 === errors;
if(!valid1){
const err3 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.members !== undefined){
let data4 = data.members;
const _errs14 = errors;
if(errors === _errs14){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof key2 === "string"){
if(func3(key2) > 255){
const err4 = {instancePath:instancePath+"/members",schemaPath:"#/definitions/user_id/maxLength",keyword:"maxLength",params:{limit: 255},propertyName:key2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(func3(key2) < 1){
const err5 = {instancePath:instancePath+"/members",schemaPath:"#/definitions/user_id/minLength",keyword:"minLength",params:{limit: 1},propertyName:key2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(!pattern0.test(key2)){
const err6 = {instancePath:instancePath+"/members",schemaPath:"#/definitions/user_id/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"},propertyName:key2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/members",schemaPath:"#/definitions/user_id/type",keyword:"type",params:{type: "string"},propertyName:key2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
const err8 = {instancePath:instancePath+"/members",schemaPath:"#/properties/members/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid3){
for(const key3 in data4){
let data5 = data4[key3];
const _errs20 = errors;
const _errs21 = errors;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
validate10.errors = [{instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/member/type",keyword:"type",params:{type: schema13.type}}];
return false;
}
if(errors === _errs21){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
const _errs23 = errors;
for(const key4 in data5){
if(!(((key4 === "channel_role") || (key4 === "custom")) || (key4 === "invite"))){
validate10.errors = [{instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/member/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs23 === errors){
if(data5.channel_role !== undefined){
let data6 = data5.channel_role;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data6 === "string"){
if(func3(data6) > 64){
validate10.errors = [{instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/channel_role",schemaPath:"#/definitions/member/properties/channel_role/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func3(data6) < 1){
validate10.errors = [{instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/channel_role",schemaPath:"#/definitions/member/properties/channel_role/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/channel_role",schemaPath:"#/definitions/member/properties/channel_role/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs24 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data5.custom !== undefined){
let data7 = data5.custom;
const _errs26 = errors;
if(errors === _errs26){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key5 in data7){
const _errs28 = errors;
const _errs29 = errors;
const _errs30 = errors;
if(!((((((((((((((((((((((((key5 === "archived") || (key5 === "archived_at")) || (key5 === "ban_expires")) || (key5 === "ban_from_future_channels")) || (key5 === "banned")) || (key5 === "channel_role")) || (key5 === "created_at")) || (key5 === "custom")) || (key5 === "deleted_at")) || (key5 === "deleted_messages")) || (key5 === "future_channel_ban_expires")) || (key5 === "invite_accepted_at")) || (key5 === "invite_rejected_at")) || (key5 === "invited")) || (key5 === "is_moderator")) || (key5 === "notifications_muted")) || (key5 === "pinned")) || (key5 === "pinned_at")) || (key5 === "role")) || (key5 === "shadow_banned")) || (key5 === "status")) || (key5 === "updated_at")) || (key5 === "user")) || (key5 === "user_id"))){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid9 = _errs30 === errors;
if(valid9){
const err10 = {instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom",schemaPath:"#/definitions/member/properties/custom/propertyNames/not",keyword:"not",params:{},propertyName:key5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
}
if(errors === _errs28){
if(typeof key5 === "string"){
if(!pattern1.test(key5)){
const err11 = {instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom",schemaPath:"#/definitions/member/properties/custom/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[^.\\s$]+$"},propertyName:key5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
var valid8 = _errs28 === errors;
if(!valid8){
const err12 = {instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom",schemaPath:"#/definitions/member/properties/custom/propertyNames",keyword:"propertyNames",params:{propertyName: key5}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/custom",schemaPath:"#/definitions/member/properties/custom/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs26 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data5.invite !== undefined){
const _errs32 = errors;
if(typeof data5.invite !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/invite",schemaPath:"#/definitions/member/properties/invite/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
var valid5 = _errs20 === errors;
if(!valid5){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/members",schemaPath:"#/properties/members/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.members_mode !== undefined){
let data9 = data.members_mode;
const _errs34 = errors;
if(typeof data9 !== "string"){
validate10.errors = [{instancePath:instancePath+"/members_mode",schemaPath:"#/properties/members_mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data9 === "at_least") || (data9 === "exact")) || (data9 === "ignore"))){
validate10.errors = [{instancePath:instancePath+"/members_mode",schemaPath:"#/properties/members_mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.members_mode.enum}}];
return false;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderators !== undefined){
let data10 = data.moderators;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data10)){
var valid10 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
const _errs38 = errors;
const _errs39 = errors;
if(errors === _errs39){
if(typeof data11 === "string"){
if(func3(data11) > 255){
validate10.errors = [{instancePath:instancePath+"/moderators/" + i0,schemaPath:"#/definitions/user_id/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data11) < 1){
validate10.errors = [{instancePath:instancePath+"/moderators/" + i0,schemaPath:"#/definitions/user_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data11)){
validate10.errors = [{instancePath:instancePath+"/moderators/" + i0,schemaPath:"#/definitions/user_id/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderators/" + i0,schemaPath:"#/definitions/user_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs38 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i1 = data10.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data10[i1], data10[j0])){
validate10.errors = [{instancePath:instancePath+"/moderators",schemaPath:"#/properties/moderators/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break outer0;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderators",schemaPath:"#/properties/moderators/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frozen !== undefined){
const _errs41 = errors;
if(typeof data.frozen !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/frozen",schemaPath:"#/properties/frozen/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disabled !== undefined){
const _errs43 = errors;
if(typeof data.disabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/disabled",schemaPath:"#/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cooldown !== undefined){
let data14 = data.cooldown;
const _errs45 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate10.errors = [{instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs45){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 120 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120}}];
return false;
}
else {
if(data14 < 0 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.team !== undefined){
const _errs47 = errors;
if(typeof data.team !== "string"){
validate10.errors = [{instancePath:instancePath+"/team",schemaPath:"#/properties/team/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.filter_tags !== undefined){
let data16 = data.filter_tags;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data16)){
if(data16.length > 10){
validate10.errors = [{instancePath:instancePath+"/filter_tags",schemaPath:"#/properties/filter_tags/maxItems",keyword:"maxItems",params:{limit: 10}}];
return false;
}
else {
var valid13 = true;
const len1 = data16.length;
for(let i2=0; i2<len1; i2++){
let data17 = data16[i2];
const _errs51 = errors;
if(errors === _errs51){
if(typeof data17 === "string"){
if(func3(data17) < 1){
validate10.errors = [{instancePath:instancePath+"/filter_tags/" + i2,schemaPath:"#/properties/filter_tags/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/filter_tags/" + i2,schemaPath:"#/properties/filter_tags/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid13 = _errs51 === errors;
if(!valid13){
break;
}
}
if(valid13){
let i3 = data16.length;
let j1;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data16[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
validate10.errors = [{instancePath:instancePath+"/filter_tags",schemaPath:"#/properties/filter_tags/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices0[item0] = i3;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/filter_tags",schemaPath:"#/properties/filter_tags/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.auto_translation_enabled !== undefined){
const _errs53 = errors;
if(typeof data.auto_translation_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/auto_translation_enabled",schemaPath:"#/properties/auto_translation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs53 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.auto_translation_language !== undefined){
const _errs55 = errors;
if(typeof data.auto_translation_language !== "string"){
validate10.errors = [{instancePath:instancePath+"/auto_translation_language",schemaPath:"#/properties/auto_translation_language/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.config_overrides !== undefined){
let data20 = data.config_overrides;
const _errs57 = errors;
if(errors === _errs57){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
const _errs59 = errors;
for(const key6 in data20){
if(!(func2.call(schema11.properties.config_overrides.properties, key6))){
validate10.errors = [{instancePath:instancePath+"/config_overrides",schemaPath:"#/properties/config_overrides/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs59 === errors){
if(data20.typing_events !== undefined){
const _errs60 = errors;
if(typeof data20.typing_events !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/typing_events",schemaPath:"#/properties/config_overrides/properties/typing_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs60 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.reactions !== undefined){
const _errs62 = errors;
if(typeof data20.reactions !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/reactions",schemaPath:"#/properties/config_overrides/properties/reactions/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs62 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.replies !== undefined){
const _errs64 = errors;
if(typeof data20.replies !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/replies",schemaPath:"#/properties/config_overrides/properties/replies/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs64 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.quotes !== undefined){
const _errs66 = errors;
if(typeof data20.quotes !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/quotes",schemaPath:"#/properties/config_overrides/properties/quotes/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs66 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.uploads !== undefined){
const _errs68 = errors;
if(typeof data20.uploads !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/uploads",schemaPath:"#/properties/config_overrides/properties/uploads/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs68 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.url_enrichment !== undefined){
const _errs70 = errors;
if(typeof data20.url_enrichment !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/url_enrichment",schemaPath:"#/properties/config_overrides/properties/url_enrichment/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs70 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.shared_locations !== undefined){
const _errs72 = errors;
if(typeof data20.shared_locations !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/shared_locations",schemaPath:"#/properties/config_overrides/properties/shared_locations/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs72 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.count_messages !== undefined){
const _errs74 = errors;
if(typeof data20.count_messages !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/count_messages",schemaPath:"#/properties/config_overrides/properties/count_messages/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs74 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.user_message_reminders !== undefined){
const _errs76 = errors;
if(typeof data20.user_message_reminders !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/user_message_reminders",schemaPath:"#/properties/config_overrides/properties/user_message_reminders/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs76 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.max_message_length !== undefined){
let data30 = data20.max_message_length;
const _errs78 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate10.errors = [{instancePath:instancePath+"/config_overrides/max_message_length",schemaPath:"#/properties/config_overrides/properties/max_message_length/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs78){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 20000 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/config_overrides/max_message_length",schemaPath:"#/properties/config_overrides/properties/max_message_length/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20000}}];
return false;
}
else {
if(data30 < 0 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/config_overrides/max_message_length",schemaPath:"#/properties/config_overrides/properties/max_message_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid15 = _errs78 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.push_level !== undefined){
let data31 = data20.push_level;
const _errs80 = errors;
if(typeof data31 !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/push_level",schemaPath:"#/properties/config_overrides/properties/push_level/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data31 === "all") || (data31 === "all_mentions")) || (data31 === "mentions")) || (data31 === "direct_mentions")) || (data31 === "none"))){
validate10.errors = [{instancePath:instancePath+"/config_overrides/push_level",schemaPath:"#/properties/config_overrides/properties/push_level/enum",keyword:"enum",params:{allowedValues: schema11.properties.config_overrides.properties.push_level.enum}}];
return false;
}
var valid15 = _errs80 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.chat_preferences !== undefined){
let data32 = data20.chat_preferences;
const _errs82 = errors;
if(errors === _errs82){
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
const _errs84 = errors;
for(const key7 in data32){
if(!((((((((key7 === "default_preference") || (key7 === "direct_mentions")) || (key7 === "role_mentions")) || (key7 === "group_mentions")) || (key7 === "here_mentions")) || (key7 === "channel_mentions")) || (key7 === "distinct_channel_messages")) || (key7 === "thread_replies"))){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences",schemaPath:"#/properties/config_overrides/properties/chat_preferences/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs84 === errors){
if(data32.default_preference !== undefined){
const _errs85 = errors;
if(typeof data32.default_preference !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/default_preference",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/default_preference/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs85 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data32.direct_mentions !== undefined){
const _errs87 = errors;
if(typeof data32.direct_mentions !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/direct_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/direct_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs87 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data32.role_mentions !== undefined){
const _errs89 = errors;
if(typeof data32.role_mentions !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/role_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/role_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs89 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data32.group_mentions !== undefined){
const _errs91 = errors;
if(typeof data32.group_mentions !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/group_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/group_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs91 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data32.here_mentions !== undefined){
const _errs93 = errors;
if(typeof data32.here_mentions !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/here_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/here_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs93 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data32.channel_mentions !== undefined){
const _errs95 = errors;
if(typeof data32.channel_mentions !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/channel_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/channel_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs95 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data32.distinct_channel_messages !== undefined){
const _errs97 = errors;
if(typeof data32.distinct_channel_messages !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/distinct_channel_messages",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/distinct_channel_messages/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs97 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data32.thread_replies !== undefined){
const _errs99 = errors;
if(typeof data32.thread_replies !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/thread_replies",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/thread_replies/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs99 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences",schemaPath:"#/properties/config_overrides/properties/chat_preferences/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid15 = _errs82 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.commands !== undefined){
let data41 = data20.commands;
const _errs101 = errors;
if(errors === _errs101){
if(Array.isArray(data41)){
var valid17 = true;
const len2 = data41.length;
for(let i4=0; i4<len2; i4++){
let data42 = data41[i4];
const _errs103 = errors;
if(errors === _errs103){
if(typeof data42 === "string"){
if(func3(data42) > 255){
validate10.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data42) < 1){
validate10.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern5.test(data42)){
validate10.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/pattern",keyword:"pattern",params:{pattern: "^\\S+$"}}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs103 === errors;
if(!valid17){
break;
}
}
if(valid17){
let i5 = data41.length;
let j2;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data41[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
validate10.errors = [{instancePath:instancePath+"/config_overrides/commands",schemaPath:"#/properties/config_overrides/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices1[item1] = i5;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/config_overrides/commands",schemaPath:"#/properties/config_overrides/properties/commands/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid15 = _errs101 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.blocklist !== undefined){
const _errs105 = errors;
if(typeof data20.blocklist !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/blocklist",schemaPath:"#/properties/config_overrides/properties/blocklist/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs105 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.blocklist_behavior !== undefined){
let data44 = data20.blocklist_behavior;
const _errs107 = errors;
if(typeof data44 !== "string"){
validate10.errors = [{instancePath:instancePath+"/config_overrides/blocklist_behavior",schemaPath:"#/properties/config_overrides/properties/blocklist_behavior/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data44 === "flag") || (data44 === "block"))){
validate10.errors = [{instancePath:instancePath+"/config_overrides/blocklist_behavior",schemaPath:"#/properties/config_overrides/properties/blocklist_behavior/enum",keyword:"enum",params:{allowedValues: schema11.properties.config_overrides.properties.blocklist_behavior.enum}}];
return false;
}
var valid15 = _errs107 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data20.grants !== undefined){
let data45 = data20.grants;
const _errs109 = errors;
if(errors === _errs109){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key8 in data45){
const _errs111 = errors;
if(typeof key8 === "string"){
if(func3(key8) > 64){
const err13 = {instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(func3(key8) < 1){
const err14 = {instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
var valid19 = _errs111 === errors;
if(!valid19){
const err15 = {instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/propertyNames",keyword:"propertyNames",params:{propertyName: key8}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid19){
for(const key9 in data45){
let data46 = data45[key9];
const _errs113 = errors;
if(errors === _errs113){
if(Array.isArray(data46)){
var valid21 = true;
const len3 = data46.length;
for(let i6=0; i6<len3; i6++){
let data47 = data46[i6];
const _errs115 = errors;
if(errors === _errs115){
if(typeof data47 === "string"){
if(func3(data47) > 256){
validate10.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 256}}];
return false;
}
else {
if(func3(data47) < 1){
validate10.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid21 = _errs115 === errors;
if(!valid21){
break;
}
}
if(valid21){
let i7 = data46.length;
let j3;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data46[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j3 = indices2[item2];
validate10.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices2[item2] = i7;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid20 = _errs113 === errors;
if(!valid20){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid15 = _errs109 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/config_overrides",schemaPath:"#/properties/config_overrides/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs57 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.announce !== undefined){
let data48 = data.announce;
const _errs117 = errors;
if(errors === _errs117){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing0;
if((data48.as === undefined) && (missing0 = "as")){
validate10.errors = [{instancePath:instancePath+"/announce",schemaPath:"#/properties/announce/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs119 = errors;
for(const key10 in data48){
if(!(((key10 === "as") || (key10 === "on_update")) || (key10 === "on_members_added"))){
validate10.errors = [{instancePath:instancePath+"/announce",schemaPath:"#/properties/announce/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs119 === errors){
if(data48.as !== undefined){
let data49 = data48.as;
const _errs120 = errors;
if(errors === _errs120){
if(typeof data49 === "string"){
if(func3(data49) > 255){
validate10.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data49) < 1){
validate10.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data49)){
validate10.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid23 = _errs120 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data48.on_update !== undefined){
let data50 = data48.on_update;
const _errs122 = errors;
if(errors === _errs122){
if(typeof data50 === "string"){
if(func3(data50) < 1){
validate10.errors = [{instancePath:instancePath+"/announce/on_update",schemaPath:"#/properties/announce/properties/on_update/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/announce/on_update",schemaPath:"#/properties/announce/properties/on_update/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid23 = _errs122 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data48.on_members_added !== undefined){
let data51 = data48.on_members_added;
const _errs124 = errors;
if(errors === _errs124){
if(typeof data51 === "string"){
if(func3(data51) < 1){
validate10.errors = [{instancePath:instancePath+"/announce/on_members_added",schemaPath:"#/properties/announce/properties/on_members_added/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/announce/on_members_added",schemaPath:"#/properties/announce/properties/on_members_added/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid23 = _errs124 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/announce",schemaPath:"#/properties/announce/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs117 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.messages !== undefined){
let data52 = data.messages;
const _errs126 = errors;
if(errors === _errs126){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key11 in data52){
const _errs128 = errors;
if(typeof key11 === "string"){
if(!pattern7.test(key11)){
const err16 = {instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[\\w-]{1,64}$"},propertyName:key11};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var valid24 = _errs128 === errors;
if(!valid24){
const err17 = {instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/propertyNames",keyword:"propertyNames",params:{propertyName: key11}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid24){
for(const key12 in data52){
const _errs130 = errors;
if(!(validate11(data52[key12], {instancePath:instancePath+"/messages/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data52,parentDataProperty:key12,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid25 = _errs130 === errors;
if(!valid25){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs126 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protect !== undefined){
const _errs131 = errors;
if(typeof data.protect !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/protect",schemaPath:"#/properties/protect/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs131 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}

exports.id = validate15;
const schema24 = {"type":"string","pattern":"^[\\w-]{1,64}:[\\w-]{1,64}$"};
const pattern15 = new RegExp("^[\\w-]{1,64}:[\\w-]{1,64}$", "u");

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern15.test(data)){
validate15.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[\\w-]{1,64}:[\\w-]{1,64}$"}}];
return false;
}
}
else {
validate15.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate15.errors = vErrors;
return errors === 0;
}

