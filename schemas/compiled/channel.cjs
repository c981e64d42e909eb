"use strict";
exports.body = validate21;
const schema6 = {"$id":"https://chat-config.dev/schemas/channel.schema.json","type":"object","properties":{"created_by_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"name":{"type":"string"},"image":{"type":"string"},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["auto_translation_enabled","auto_translation_language","blocked","cid","config","config_overrides","cooldown","created_at","created_by","created_by_id","custom","deleted_at","disabled","filter_tags","frozen","hidden","hide_messages_before","id","invites","last_message_at","member_count","members","message_count","mute_expires_at","muted","own_capabilities","team","truncated_at","truncated_by","truncated_by_id","type","updated_at"]}},"additionalProperties":{}},"members":{"type":"object","propertyNames":{"$ref":"#/definitions/user_id"},"additionalProperties":{"$ref":"#/definitions/member"}},"members_mode":{"type":"string","enum":["at_least","exact","ignore"]},"moderators":{"type":"array","items":{"$ref":"#/definitions/user_id"},"uniqueItems":true},"frozen":{"type":"boolean"},"disabled":{"type":"boolean"},"cooldown":{"type":"integer","minimum":0,"maximum":120},"team":{"type":"string"},"filter_tags":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"auto_translation_enabled":{"type":"boolean"},"auto_translation_language":{"type":"string"},"config_overrides":{"type":"object","properties":{"typing_events":{"type":"boolean"},"reactions":{"type":"boolean"},"replies":{"type":"boolean"},"quotes":{"type":"boolean"},"uploads":{"type":"boolean"},"url_enrichment":{"type":"boolean"},"shared_locations":{"type":"boolean"},"count_messages":{"type":"boolean"},"user_message_reminders":{"type":"boolean"},"max_message_length":{"type":"integer","minimum":0,"maximum":20000},"push_level":{"type":"string","enum":["all","all_mentions","mentions","direct_mentions","none"]},"chat_preferences":{"type":"object","properties":{"default_preference":{"type":"string"},"direct_mentions":{"type":"string"},"role_mentions":{"type":"string"},"group_mentions":{"type":"string"},"here_mentions":{"type":"string"},"channel_mentions":{"type":"string"},"distinct_channel_messages":{"type":"string"},"thread_replies":{"type":"string"}},"additionalProperties":false},"commands":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^\\S+$"},"uniqueItems":true},"blocklist":{"type":"string"},"blocklist_behavior":{"type":"string","enum":["flag","block"]},"grants":{"type":"object","propertyNames":{"minLength":1,"maxLength":64},"additionalProperties":{"type":"array","items":{"type":"string","minLength":1,"maxLength":256},"uniqueItems":true}}},"additionalProperties":false},"announce":{"type":"object","required":["as"],"properties":{"as":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"on_update":{"type":"string","minLength":1},"on_members_added":{"type":"string","minLength":1}},"additionalProperties":false},"messages":{"type":"object","propertyNames":{"pattern":"^[\\w-]{1,64}$"},"additionalProperties":{"$ref":"#/definitions/message"}},"protect":{"type":"boolean"}},"additionalProperties":false,"definitions":{"id":{"type":"string","pattern":"^[\\w-]{1,64}:[\\w-]{1,64}$"},"collection":{"type":"object","properties":{"from":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"patternProperties":{"^[\\w-]{1,64}:[\\w-]{1,64}$":{"$ref":"#"}},"additionalProperties":false},"user_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"member":{"type":["object","null"],"properties":{"channel_role":{"type":"string","minLength":1,"maxLength":64},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["archived","archived_at","ban_expires","ban_from_future_channels","banned","channel_role","created_at","custom","deleted_at","deleted_messages","future_channel_ban_expires","invite_accepted_at","invite_rejected_at","invited","is_moderator","notifications_muted","pinned","pinned_at","role","shadow_banned","status","updated_at","user","user_id"]}},"additionalProperties":{}},"invite":{"type":"boolean"}},"additionalProperties":false},"message":{"type":"object","required":["user_id"],"properties":{"id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^,%]+$"},"user_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"text":{"type":"string"},"type":{"type":"string","enum":["regular","system"]},"pinned":{"type":"boolean"},"pin_expires":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"attachments":{"type":"array","items":{"$ref":"#/definitions/attachment"},"maxItems":30},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["attachments","cid","command","created_at","custom","deleted_at","deleted_for_me","deleted_reply_count","draft","html","i18n","id","image_labels","latest_reactions","member","mentioned_channel","mentioned_group_ids","mentioned_groups","mentioned_here","mentioned_roles","mentioned_users","message_text_updated_at","mml","moderation","own_reactions","parent_id","pin_expires","pinned","pinned_at","pinned_by","poll","poll_id","quoted_message","quoted_message_id","reaction_counts","reaction_groups","reaction_scores","reminder","reply_count","restricted_visibility","shadowed","shared_location","show_in_channel","silent","text","thread_participants","type","updated_at","user","user_id"]}},"additionalProperties":{}},"silent":{"type":"boolean"},"mentioned_users":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":100,"uniqueItems":true},"mentioned_roles":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_group_ids":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_here":{"type":"boolean"},"mentioned_channel":{"type":"boolean"},"restricted_visibility":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":10,"uniqueItems":true},"html":{"type":"string"},"mml":{"type":"string"},"parent_id":{"type":"string"},"show_in_channel":{"type":"boolean"},"quoted_message_id":{"type":"string"},"poll_id":{"type":"string"},"shared_location":{"type":"object","required":["latitude","longitude"],"properties":{"latitude":{"type":"number","minimum":-90,"maximum":90},"longitude":{"type":"number","minimum":-180,"maximum":180},"end_at":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"created_by_device_id":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"attachment":{"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"title_link":{"type":"string"},"text":{"type":"string"},"pretext":{"type":"string"},"fallback":{"type":"string"},"color":{"type":"string"},"image_url":{"type":"string"},"thumb_url":{"type":"string"},"asset_url":{"type":"string"},"og_scrape_url":{"type":"string"},"original_width":{"type":"integer","minimum":0},"original_height":{"type":"integer","minimum":0},"author_name":{"type":"string"},"author_link":{"type":"string"},"author_icon":{"type":"string"},"footer":{"type":"string"},"footer_icon":{"type":"string"},"fields":{"type":"array","items":{"type":"object","required":["title","value","short"],"properties":{"title":{"type":"string"},"value":{"type":"string"},"short":{"type":"boolean"}},"additionalProperties":false}},"actions":{"type":"array","items":{"type":"object","required":["name","text","type"],"properties":{"name":{"type":"string"},"text":{"type":"string"},"type":{"type":"string"},"style":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"giphy":{"type":"object","required":["original","fixed_height","fixed_height_still","fixed_height_downsampled","fixed_width","fixed_width_still","fixed_width_downsampled"],"properties":{"original":{"$ref":"#/definitions/image_data"},"fixed_height":{"$ref":"#/definitions/image_data"},"fixed_height_still":{"$ref":"#/definitions/image_data"},"fixed_height_downsampled":{"$ref":"#/definitions/image_data"},"fixed_width":{"$ref":"#/definitions/image_data"},"fixed_width_still":{"$ref":"#/definitions/image_data"},"fixed_width_downsampled":{"$ref":"#/definitions/image_data"}},"additionalProperties":false},"custom":{"type":"object","additionalProperties":true}},"additionalProperties":false},"image_data":{"type":"object","required":["url","width","height","size","frames"],"properties":{"url":{"type":"string"},"width":{"type":"string"},"height":{"type":"string"},"size":{"type":"string"},"frames":{"type":"string"}},"additionalProperties":false}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const func0 = require("ajv/dist/runtime/equal").default;
const pattern0 = new RegExp("^[@\\w-]+$", "u");
const pattern1 = new RegExp("^[^.\\s$]+$", "u");
const pattern4 = new RegExp("^\\S+$", "u");
const pattern6 = new RegExp("^[\\w-]{1,64}$", "u");
const schema7 = {"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(func3(data) > 255){
validate22.errors = [{instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data) < 1){
validate22.errors = [{instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data)){
validate22.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":["object","null"],"properties":{"channel_role":{"type":"string","minLength":1,"maxLength":64},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["archived","archived_at","ban_expires","ban_from_future_channels","banned","channel_role","created_at","custom","deleted_at","deleted_messages","future_channel_ban_expires","invite_accepted_at","invite_rejected_at","invited","is_moderator","notifications_muted","pinned","pinned_at","role","shadow_banned","status","updated_at","user","user_id"]}},"additionalProperties":{}},"invite":{"type":"boolean"}},"additionalProperties":false};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema8.type}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "channel_role") || (key0 === "custom")) || (key0 === "invite"))){
validate24.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.channel_role !== undefined){
let data0 = data.channel_role;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func3(data0) > 64){
validate24.errors = [{instancePath:instancePath+"/channel_role",schemaPath:"#/properties/channel_role/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func3(data0) < 1){
validate24.errors = [{instancePath:instancePath+"/channel_role",schemaPath:"#/properties/channel_role/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/channel_role",schemaPath:"#/properties/channel_role/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined){
let data1 = data.custom;
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
const _errs6 = errors;
const _errs7 = errors;
const _errs8 = errors;
if(!((((((((((((((((((((((((key1 === "archived") || (key1 === "archived_at")) || (key1 === "ban_expires")) || (key1 === "ban_from_future_channels")) || (key1 === "banned")) || (key1 === "channel_role")) || (key1 === "created_at")) || (key1 === "custom")) || (key1 === "deleted_at")) || (key1 === "deleted_messages")) || (key1 === "future_channel_ban_expires")) || (key1 === "invite_accepted_at")) || (key1 === "invite_rejected_at")) || (key1 === "invited")) || (key1 === "is_moderator")) || (key1 === "notifications_muted")) || (key1 === "pinned")) || (key1 === "pinned_at")) || (key1 === "role")) || (key1 === "shadow_banned")) || (key1 === "status")) || (key1 === "updated_at")) || (key1 === "user")) || (key1 === "user_id"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid2 = _errs8 === errors;
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
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
if(errors === _errs6){
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
var valid1 = _errs6 === errors;
if(!valid1){
const err3 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate24.errors = vErrors;
return false;
break;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invite !== undefined){
const _errs10 = errors;
if(typeof data.invite !== "boolean"){
validate24.errors = [{instancePath:instancePath+"/invite",schemaPath:"#/properties/invite/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
validate24.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"object","required":["user_id"],"properties":{"id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^,%]+$"},"user_id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"text":{"type":"string"},"type":{"type":"string","enum":["regular","system"]},"pinned":{"type":"boolean"},"pin_expires":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"attachments":{"type":"array","items":{"$ref":"#/definitions/attachment"},"maxItems":30},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["attachments","cid","command","created_at","custom","deleted_at","deleted_for_me","deleted_reply_count","draft","html","i18n","id","image_labels","latest_reactions","member","mentioned_channel","mentioned_group_ids","mentioned_groups","mentioned_here","mentioned_roles","mentioned_users","message_text_updated_at","mml","moderation","own_reactions","parent_id","pin_expires","pinned","pinned_at","pinned_by","poll","poll_id","quoted_message","quoted_message_id","reaction_counts","reaction_groups","reaction_scores","reminder","reply_count","restricted_visibility","shadowed","shared_location","show_in_channel","silent","text","thread_participants","type","updated_at","user","user_id"]}},"additionalProperties":{}},"silent":{"type":"boolean"},"mentioned_users":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":100,"uniqueItems":true},"mentioned_roles":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_group_ids":{"type":"array","items":{"type":"string","minLength":1},"maxItems":10,"uniqueItems":true},"mentioned_here":{"type":"boolean"},"mentioned_channel":{"type":"boolean"},"restricted_visibility":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"maxItems":10,"uniqueItems":true},"html":{"type":"string"},"mml":{"type":"string"},"parent_id":{"type":"string"},"show_in_channel":{"type":"boolean"},"quoted_message_id":{"type":"string"},"poll_id":{"type":"string"},"shared_location":{"type":"object","required":["latitude","longitude"],"properties":{"latitude":{"type":"number","minimum":-90,"maximum":90},"longitude":{"type":"number","minimum":-180,"maximum":180},"end_at":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"created_by_device_id":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const pattern7 = new RegExp("^[^,%]+$", "u");
const pattern9 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
const schema10 = {"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"title_link":{"type":"string"},"text":{"type":"string"},"pretext":{"type":"string"},"fallback":{"type":"string"},"color":{"type":"string"},"image_url":{"type":"string"},"thumb_url":{"type":"string"},"asset_url":{"type":"string"},"og_scrape_url":{"type":"string"},"original_width":{"type":"integer","minimum":0},"original_height":{"type":"integer","minimum":0},"author_name":{"type":"string"},"author_link":{"type":"string"},"author_icon":{"type":"string"},"footer":{"type":"string"},"footer_icon":{"type":"string"},"fields":{"type":"array","items":{"type":"object","required":["title","value","short"],"properties":{"title":{"type":"string"},"value":{"type":"string"},"short":{"type":"boolean"}},"additionalProperties":false}},"actions":{"type":"array","items":{"type":"object","required":["name","text","type"],"properties":{"name":{"type":"string"},"text":{"type":"string"},"type":{"type":"string"},"style":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"giphy":{"type":"object","required":["original","fixed_height","fixed_height_still","fixed_height_downsampled","fixed_width","fixed_width_still","fixed_width_downsampled"],"properties":{"original":{"$ref":"#/definitions/image_data"},"fixed_height":{"$ref":"#/definitions/image_data"},"fixed_height_still":{"$ref":"#/definitions/image_data"},"fixed_height_downsampled":{"$ref":"#/definitions/image_data"},"fixed_width":{"$ref":"#/definitions/image_data"},"fixed_width_still":{"$ref":"#/definitions/image_data"},"fixed_width_downsampled":{"$ref":"#/definitions/image_data"}},"additionalProperties":false},"custom":{"type":"object","additionalProperties":true}},"additionalProperties":false};
const schema11 = {"type":"object","required":["url","width","height","size","frames"],"properties":{"url":{"type":"string"},"width":{"type":"string"},"height":{"type":"string"},"size":{"type":"string"},"frames":{"type":"string"}},"additionalProperties":false};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.url === undefined) && (missing0 = "url")) || ((data.width === undefined) && (missing0 = "width"))) || ((data.height === undefined) && (missing0 = "height"))) || ((data.size === undefined) && (missing0 = "size"))) || ((data.frames === undefined) && (missing0 = "frames"))){
validate29.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "url") || (key0 === "width")) || (key0 === "height")) || (key0 === "size")) || (key0 === "frames"))){
validate29.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.url !== undefined){
const _errs2 = errors;
if(typeof data.url !== "string"){
validate29.errors = [{instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.width !== undefined){
const _errs4 = errors;
if(typeof data.width !== "string"){
validate29.errors = [{instancePath:instancePath+"/width",schemaPath:"#/properties/width/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.height !== undefined){
const _errs6 = errors;
if(typeof data.height !== "string"){
validate29.errors = [{instancePath:instancePath+"/height",schemaPath:"#/properties/height/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.size !== undefined){
const _errs8 = errors;
if(typeof data.size !== "string"){
validate29.errors = [{instancePath:instancePath+"/size",schemaPath:"#/properties/size/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frames !== undefined){
const _errs10 = errors;
if(typeof data.frames !== "string"){
validate29.errors = [{instancePath:instancePath+"/frames",schemaPath:"#/properties/frames/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs10 === errors;
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
else {
validate29.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate29.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema10.properties, key0))){
validate28.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.type !== undefined){
const _errs2 = errors;
if(typeof data.type !== "string"){
validate28.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/title_link",schemaPath:"#/properties/title_link/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/pretext",schemaPath:"#/properties/pretext/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/fallback",schemaPath:"#/properties/fallback/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/color",schemaPath:"#/properties/color/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/image_url",schemaPath:"#/properties/image_url/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/thumb_url",schemaPath:"#/properties/thumb_url/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/asset_url",schemaPath:"#/properties/asset_url/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/og_scrape_url",schemaPath:"#/properties/og_scrape_url/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/original_width",schemaPath:"#/properties/original_width/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs24){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
validate28.errors = [{instancePath:instancePath+"/original_width",schemaPath:"#/properties/original_width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
validate28.errors = [{instancePath:instancePath+"/original_height",schemaPath:"#/properties/original_height/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate28.errors = [{instancePath:instancePath+"/original_height",schemaPath:"#/properties/original_height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
validate28.errors = [{instancePath:instancePath+"/author_name",schemaPath:"#/properties/author_name/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/author_link",schemaPath:"#/properties/author_link/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/author_icon",schemaPath:"#/properties/author_icon/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/footer",schemaPath:"#/properties/footer/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/footer_icon",schemaPath:"#/properties/footer_icon/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/fields/" + i0,schemaPath:"#/properties/fields/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs42 = errors;
for(const key1 in data19){
if(!(((key1 === "title") || (key1 === "value")) || (key1 === "short"))){
validate28.errors = [{instancePath:instancePath+"/fields/" + i0,schemaPath:"#/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs42 === errors){
if(data19.title !== undefined){
const _errs43 = errors;
if(typeof data19.title !== "string"){
validate28.errors = [{instancePath:instancePath+"/fields/" + i0+"/title",schemaPath:"#/properties/fields/items/properties/title/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/fields/" + i0+"/value",schemaPath:"#/properties/fields/items/properties/value/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/fields/" + i0+"/short",schemaPath:"#/properties/fields/items/properties/short/type",keyword:"type",params:{type: "boolean"}}];
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
validate28.errors = [{instancePath:instancePath+"/fields/" + i0,schemaPath:"#/properties/fields/items/type",keyword:"type",params:{type: "object"}}];
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
validate28.errors = [{instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "array"}}];
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
validate28.errors = [{instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs53 = errors;
for(const key2 in data24){
if(!(((((key2 === "name") || (key2 === "text")) || (key2 === "type")) || (key2 === "style")) || (key2 === "value"))){
validate28.errors = [{instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs53 === errors){
if(data24.name !== undefined){
const _errs54 = errors;
if(typeof data24.name !== "string"){
validate28.errors = [{instancePath:instancePath+"/actions/" + i1+"/name",schemaPath:"#/properties/actions/items/properties/name/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/actions/" + i1+"/text",schemaPath:"#/properties/actions/items/properties/text/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/actions/" + i1+"/type",schemaPath:"#/properties/actions/items/properties/type/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/actions/" + i1+"/style",schemaPath:"#/properties/actions/items/properties/style/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/actions/" + i1+"/value",schemaPath:"#/properties/actions/items/properties/value/type",keyword:"type",params:{type: "string"}}];
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
validate28.errors = [{instancePath:instancePath+"/actions/" + i1,schemaPath:"#/properties/actions/items/type",keyword:"type",params:{type: "object"}}];
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
validate28.errors = [{instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"}}];
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
validate28.errors = [{instancePath:instancePath+"/giphy",schemaPath:"#/properties/giphy/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs66 = errors;
for(const key3 in data30){
if(!(((((((key3 === "original") || (key3 === "fixed_height")) || (key3 === "fixed_height_still")) || (key3 === "fixed_height_downsampled")) || (key3 === "fixed_width")) || (key3 === "fixed_width_still")) || (key3 === "fixed_width_downsampled"))){
validate28.errors = [{instancePath:instancePath+"/giphy",schemaPath:"#/properties/giphy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs66 === errors){
if(data30.original !== undefined){
const _errs67 = errors;
if(!(validate29(data30.original, {instancePath:instancePath+"/giphy/original",parentData:data30,parentDataProperty:"original",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid5 = _errs67 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_height !== undefined){
const _errs68 = errors;
if(!(validate29(data30.fixed_height, {instancePath:instancePath+"/giphy/fixed_height",parentData:data30,parentDataProperty:"fixed_height",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid5 = _errs68 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_height_still !== undefined){
const _errs69 = errors;
if(!(validate29(data30.fixed_height_still, {instancePath:instancePath+"/giphy/fixed_height_still",parentData:data30,parentDataProperty:"fixed_height_still",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid5 = _errs69 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_height_downsampled !== undefined){
const _errs70 = errors;
if(!(validate29(data30.fixed_height_downsampled, {instancePath:instancePath+"/giphy/fixed_height_downsampled",parentData:data30,parentDataProperty:"fixed_height_downsampled",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid5 = _errs70 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_width !== undefined){
const _errs71 = errors;
if(!(validate29(data30.fixed_width, {instancePath:instancePath+"/giphy/fixed_width",parentData:data30,parentDataProperty:"fixed_width",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid5 = _errs71 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_width_still !== undefined){
const _errs72 = errors;
if(!(validate29(data30.fixed_width_still, {instancePath:instancePath+"/giphy/fixed_width_still",parentData:data30,parentDataProperty:"fixed_width_still",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid5 = _errs72 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data30.fixed_width_downsampled !== undefined){
const _errs73 = errors;
if(!(validate29(data30.fixed_width_downsampled, {instancePath:instancePath+"/giphy/fixed_width_downsampled",parentData:data30,parentDataProperty:"fixed_width_downsampled",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var valid5 = _errs73 === errors;
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
validate28.errors = [{instancePath:instancePath+"/giphy",schemaPath:"#/properties/giphy/type",keyword:"type",params:{type: "object"}}];
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
let data38 = data.custom;
const _errs74 = errors;
if(errors === _errs74){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
}
else {
validate28.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs74 === errors;
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
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.user_id === undefined) && (missing0 = "user_id")){
validate27.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema9.properties, key0))){
validate27.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
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
validate27.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data0) < 1){
validate27.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern7.test(data0)){
validate27.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[^,%]+$"}}];
return false;
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data1) < 1){
validate27.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data1)){
validate27.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/user_id",schemaPath:"#/properties/user_id/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data3 === "regular") || (data3 === "system"))){
validate27.errors = [{instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema9.properties.type.enum}}];
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
validate27.errors = [{instancePath:instancePath+"/pinned",schemaPath:"#/properties/pinned/type",keyword:"type",params:{type: "boolean"}}];
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
validate27.errors = [{instancePath:instancePath+"/pin_expires",schemaPath:"#/properties/pin_expires/type",keyword:"type",params:{type: schema9.properties.pin_expires.type}}];
return false;
}
if(errors === _errs12){
if(errors === _errs12){
if(typeof data5 === "string"){
if(!pattern9.test(data5)){
validate27.errors = [{instancePath:instancePath+"/pin_expires",schemaPath:"#/properties/pin_expires/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"}}];
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
validate27.errors = [{instancePath:instancePath+"/attachments",schemaPath:"#/properties/attachments/maxItems",keyword:"maxItems",params:{limit: 30}}];
return false;
}
else {
var valid1 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate28(data6[i0], {instancePath:instancePath+"/attachments/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
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
validate27.errors = [{instancePath:instancePath+"/attachments",schemaPath:"#/properties/attachments/type",keyword:"type",params:{type: "array"}}];
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
validate27.errors = vErrors;
return false;
break;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
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
validate27.errors = [{instancePath:instancePath+"/silent",schemaPath:"#/properties/silent/type",keyword:"type",params:{type: "boolean"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_users",schemaPath:"#/properties/mentioned_users/maxItems",keyword:"maxItems",params:{limit: 100}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data11) < 1){
validate27.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data11)){
validate27.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/mentioned_users/" + i1,schemaPath:"#/properties/mentioned_users/items/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_users",schemaPath:"#/properties/mentioned_users/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_users",schemaPath:"#/properties/mentioned_users/type",keyword:"type",params:{type: "array"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_roles",schemaPath:"#/properties/mentioned_roles/maxItems",keyword:"maxItems",params:{limit: 10}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_roles/" + i3,schemaPath:"#/properties/mentioned_roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/mentioned_roles/" + i3,schemaPath:"#/properties/mentioned_roles/items/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_roles",schemaPath:"#/properties/mentioned_roles/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_roles",schemaPath:"#/properties/mentioned_roles/type",keyword:"type",params:{type: "array"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_group_ids",schemaPath:"#/properties/mentioned_group_ids/maxItems",keyword:"maxItems",params:{limit: 10}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_group_ids/" + i5,schemaPath:"#/properties/mentioned_group_ids/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/mentioned_group_ids/" + i5,schemaPath:"#/properties/mentioned_group_ids/items/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_group_ids",schemaPath:"#/properties/mentioned_group_ids/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_group_ids",schemaPath:"#/properties/mentioned_group_ids/type",keyword:"type",params:{type: "array"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_here",schemaPath:"#/properties/mentioned_here/type",keyword:"type",params:{type: "boolean"}}];
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
validate27.errors = [{instancePath:instancePath+"/mentioned_channel",schemaPath:"#/properties/mentioned_channel/type",keyword:"type",params:{type: "boolean"}}];
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
validate27.errors = [{instancePath:instancePath+"/restricted_visibility",schemaPath:"#/properties/restricted_visibility/maxItems",keyword:"maxItems",params:{limit: 10}}];
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
validate27.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data19) < 1){
validate27.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data19)){
validate27.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/restricted_visibility/" + i7,schemaPath:"#/properties/restricted_visibility/items/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/restricted_visibility",schemaPath:"#/properties/restricted_visibility/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}}];
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
validate27.errors = [{instancePath:instancePath+"/restricted_visibility",schemaPath:"#/properties/restricted_visibility/type",keyword:"type",params:{type: "array"}}];
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
validate27.errors = [{instancePath:instancePath+"/html",schemaPath:"#/properties/html/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/mml",schemaPath:"#/properties/mml/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/parent_id",schemaPath:"#/properties/parent_id/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/show_in_channel",schemaPath:"#/properties/show_in_channel/type",keyword:"type",params:{type: "boolean"}}];
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
validate27.errors = [{instancePath:instancePath+"/quoted_message_id",schemaPath:"#/properties/quoted_message_id/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/poll_id",schemaPath:"#/properties/poll_id/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/shared_location",schemaPath:"#/properties/shared_location/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs59 = errors;
for(const key2 in data26){
if(!((((key2 === "latitude") || (key2 === "longitude")) || (key2 === "end_at")) || (key2 === "created_by_device_id"))){
validate27.errors = [{instancePath:instancePath+"/shared_location",schemaPath:"#/properties/shared_location/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
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
validate27.errors = [{instancePath:instancePath+"/shared_location/latitude",schemaPath:"#/properties/shared_location/properties/latitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90}}];
return false;
}
else {
if(data27 < -90 || isNaN(data27)){
validate27.errors = [{instancePath:instancePath+"/shared_location/latitude",schemaPath:"#/properties/shared_location/properties/latitude/minimum",keyword:"minimum",params:{comparison: ">=", limit: -90}}];
return false;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/shared_location/latitude",schemaPath:"#/properties/shared_location/properties/latitude/type",keyword:"type",params:{type: "number"}}];
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
validate27.errors = [{instancePath:instancePath+"/shared_location/longitude",schemaPath:"#/properties/shared_location/properties/longitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 180}}];
return false;
}
else {
if(data28 < -180 || isNaN(data28)){
validate27.errors = [{instancePath:instancePath+"/shared_location/longitude",schemaPath:"#/properties/shared_location/properties/longitude/minimum",keyword:"minimum",params:{comparison: ">=", limit: -180}}];
return false;
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/shared_location/longitude",schemaPath:"#/properties/shared_location/properties/longitude/type",keyword:"type",params:{type: "number"}}];
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
if(!pattern9.test(data29)){
validate27.errors = [{instancePath:instancePath+"/shared_location/end_at",schemaPath:"#/properties/shared_location/properties/end_at/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"}}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/shared_location/end_at",schemaPath:"#/properties/shared_location/properties/end_at/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/shared_location/created_by_device_id",schemaPath:"#/properties/shared_location/properties/created_by_device_id/type",keyword:"type",params:{type: "string"}}];
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
validate27.errors = [{instancePath:instancePath+"/shared_location",schemaPath:"#/properties/shared_location/type",keyword:"type",params:{type: "object"}}];
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
validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/channel.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema6.properties, key0))){
validate21.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
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
validate21.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data0) < 1){
validate21.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data0)){
validate21.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/created_by_id",schemaPath:"#/properties/created_by_id/type",keyword:"type",params:{type: "string"}}];
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
validate21.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
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
validate21.errors = [{instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"}}];
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
validate21.errors = vErrors;
return false;
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"}}];
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
if(!(validate22(key2, {instancePath:instancePath+"/members",parentData:data4,parentDataProperty:"members",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid3 = _errs16 === errors;
if(!valid3){
const err4 = {instancePath:instancePath+"/members",schemaPath:"#/properties/members/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid3){
for(const key3 in data4){
const _errs18 = errors;
if(!(validate24(data4[key3], {instancePath:instancePath+"/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid4 = _errs18 === errors;
if(!valid4){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/members",schemaPath:"#/properties/members/type",keyword:"type",params:{type: "object"}}];
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
let data6 = data.members_mode;
const _errs19 = errors;
if(typeof data6 !== "string"){
validate21.errors = [{instancePath:instancePath+"/members_mode",schemaPath:"#/properties/members_mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data6 === "at_least") || (data6 === "exact")) || (data6 === "ignore"))){
validate21.errors = [{instancePath:instancePath+"/members_mode",schemaPath:"#/properties/members_mode/enum",keyword:"enum",params:{allowedValues: schema6.properties.members_mode.enum}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderators !== undefined){
let data7 = data.moderators;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data7)){
var valid5 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs23 = errors;
if(!(validate22(data7[i0], {instancePath:instancePath+"/moderators/" + i0,parentData:data7,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid5 = _errs23 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i1 = data7.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data7[i1], data7[j0])){
validate21.errors = [{instancePath:instancePath+"/moderators",schemaPath:"#/properties/moderators/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break outer0;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderators",schemaPath:"#/properties/moderators/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frozen !== undefined){
const _errs24 = errors;
if(typeof data.frozen !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/frozen",schemaPath:"#/properties/frozen/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disabled !== undefined){
const _errs26 = errors;
if(typeof data.disabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/disabled",schemaPath:"#/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cooldown !== undefined){
let data11 = data.cooldown;
const _errs28 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate21.errors = [{instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs28){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 120 || isNaN(data11)){
validate21.errors = [{instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120}}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate21.errors = [{instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.team !== undefined){
const _errs30 = errors;
if(typeof data.team !== "string"){
validate21.errors = [{instancePath:instancePath+"/team",schemaPath:"#/properties/team/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.filter_tags !== undefined){
let data13 = data.filter_tags;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data13)){
if(data13.length > 10){
validate21.errors = [{instancePath:instancePath+"/filter_tags",schemaPath:"#/properties/filter_tags/maxItems",keyword:"maxItems",params:{limit: 10}}];
return false;
}
else {
var valid7 = true;
const len1 = data13.length;
for(let i2=0; i2<len1; i2++){
let data14 = data13[i2];
const _errs34 = errors;
if(errors === _errs34){
if(typeof data14 === "string"){
if(func3(data14) < 1){
validate21.errors = [{instancePath:instancePath+"/filter_tags/" + i2,schemaPath:"#/properties/filter_tags/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/filter_tags/" + i2,schemaPath:"#/properties/filter_tags/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs34 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i3 = data13.length;
let j1;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data13[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
validate21.errors = [{instancePath:instancePath+"/filter_tags",schemaPath:"#/properties/filter_tags/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
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
validate21.errors = [{instancePath:instancePath+"/filter_tags",schemaPath:"#/properties/filter_tags/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.auto_translation_enabled !== undefined){
const _errs36 = errors;
if(typeof data.auto_translation_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/auto_translation_enabled",schemaPath:"#/properties/auto_translation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.auto_translation_language !== undefined){
const _errs38 = errors;
if(typeof data.auto_translation_language !== "string"){
validate21.errors = [{instancePath:instancePath+"/auto_translation_language",schemaPath:"#/properties/auto_translation_language/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.config_overrides !== undefined){
let data17 = data.config_overrides;
const _errs40 = errors;
if(errors === _errs40){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
const _errs42 = errors;
for(const key4 in data17){
if(!(func2.call(schema6.properties.config_overrides.properties, key4))){
validate21.errors = [{instancePath:instancePath+"/config_overrides",schemaPath:"#/properties/config_overrides/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs42 === errors){
if(data17.typing_events !== undefined){
const _errs43 = errors;
if(typeof data17.typing_events !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/typing_events",schemaPath:"#/properties/config_overrides/properties/typing_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs43 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.reactions !== undefined){
const _errs45 = errors;
if(typeof data17.reactions !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/reactions",schemaPath:"#/properties/config_overrides/properties/reactions/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs45 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.replies !== undefined){
const _errs47 = errors;
if(typeof data17.replies !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/replies",schemaPath:"#/properties/config_overrides/properties/replies/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs47 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.quotes !== undefined){
const _errs49 = errors;
if(typeof data17.quotes !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/quotes",schemaPath:"#/properties/config_overrides/properties/quotes/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs49 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.uploads !== undefined){
const _errs51 = errors;
if(typeof data17.uploads !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/uploads",schemaPath:"#/properties/config_overrides/properties/uploads/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs51 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.url_enrichment !== undefined){
const _errs53 = errors;
if(typeof data17.url_enrichment !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/url_enrichment",schemaPath:"#/properties/config_overrides/properties/url_enrichment/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs53 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.shared_locations !== undefined){
const _errs55 = errors;
if(typeof data17.shared_locations !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/shared_locations",schemaPath:"#/properties/config_overrides/properties/shared_locations/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs55 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.count_messages !== undefined){
const _errs57 = errors;
if(typeof data17.count_messages !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/count_messages",schemaPath:"#/properties/config_overrides/properties/count_messages/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs57 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.user_message_reminders !== undefined){
const _errs59 = errors;
if(typeof data17.user_message_reminders !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/user_message_reminders",schemaPath:"#/properties/config_overrides/properties/user_message_reminders/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid9 = _errs59 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.max_message_length !== undefined){
let data27 = data17.max_message_length;
const _errs61 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
validate21.errors = [{instancePath:instancePath+"/config_overrides/max_message_length",schemaPath:"#/properties/config_overrides/properties/max_message_length/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs61){
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 20000 || isNaN(data27)){
validate21.errors = [{instancePath:instancePath+"/config_overrides/max_message_length",schemaPath:"#/properties/config_overrides/properties/max_message_length/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20000}}];
return false;
}
else {
if(data27 < 0 || isNaN(data27)){
validate21.errors = [{instancePath:instancePath+"/config_overrides/max_message_length",schemaPath:"#/properties/config_overrides/properties/max_message_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid9 = _errs61 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.push_level !== undefined){
let data28 = data17.push_level;
const _errs63 = errors;
if(typeof data28 !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/push_level",schemaPath:"#/properties/config_overrides/properties/push_level/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data28 === "all") || (data28 === "all_mentions")) || (data28 === "mentions")) || (data28 === "direct_mentions")) || (data28 === "none"))){
validate21.errors = [{instancePath:instancePath+"/config_overrides/push_level",schemaPath:"#/properties/config_overrides/properties/push_level/enum",keyword:"enum",params:{allowedValues: schema6.properties.config_overrides.properties.push_level.enum}}];
return false;
}
var valid9 = _errs63 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.chat_preferences !== undefined){
let data29 = data17.chat_preferences;
const _errs65 = errors;
if(errors === _errs65){
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
const _errs67 = errors;
for(const key5 in data29){
if(!((((((((key5 === "default_preference") || (key5 === "direct_mentions")) || (key5 === "role_mentions")) || (key5 === "group_mentions")) || (key5 === "here_mentions")) || (key5 === "channel_mentions")) || (key5 === "distinct_channel_messages")) || (key5 === "thread_replies"))){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences",schemaPath:"#/properties/config_overrides/properties/chat_preferences/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs67 === errors){
if(data29.default_preference !== undefined){
const _errs68 = errors;
if(typeof data29.default_preference !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/default_preference",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/default_preference/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs68 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.direct_mentions !== undefined){
const _errs70 = errors;
if(typeof data29.direct_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/direct_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/direct_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs70 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.role_mentions !== undefined){
const _errs72 = errors;
if(typeof data29.role_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/role_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/role_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs72 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.group_mentions !== undefined){
const _errs74 = errors;
if(typeof data29.group_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/group_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/group_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs74 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.here_mentions !== undefined){
const _errs76 = errors;
if(typeof data29.here_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/here_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/here_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs76 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.channel_mentions !== undefined){
const _errs78 = errors;
if(typeof data29.channel_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/channel_mentions",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/channel_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs78 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.distinct_channel_messages !== undefined){
const _errs80 = errors;
if(typeof data29.distinct_channel_messages !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/distinct_channel_messages",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/distinct_channel_messages/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs80 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.thread_replies !== undefined){
const _errs82 = errors;
if(typeof data29.thread_replies !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences/thread_replies",schemaPath:"#/properties/config_overrides/properties/chat_preferences/properties/thread_replies/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs82 === errors;
}
else {
var valid10 = true;
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
validate21.errors = [{instancePath:instancePath+"/config_overrides/chat_preferences",schemaPath:"#/properties/config_overrides/properties/chat_preferences/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid9 = _errs65 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.commands !== undefined){
let data38 = data17.commands;
const _errs84 = errors;
if(errors === _errs84){
if(Array.isArray(data38)){
var valid11 = true;
const len2 = data38.length;
for(let i4=0; i4<len2; i4++){
let data39 = data38[i4];
const _errs86 = errors;
if(errors === _errs86){
if(typeof data39 === "string"){
if(func3(data39) > 255){
validate21.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data39) < 1){
validate21.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern4.test(data39)){
validate21.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/pattern",keyword:"pattern",params:{pattern: "^\\S+$"}}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/config_overrides/commands/" + i4,schemaPath:"#/properties/config_overrides/properties/commands/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs86 === errors;
if(!valid11){
break;
}
}
if(valid11){
let i5 = data38.length;
let j2;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data38[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
validate21.errors = [{instancePath:instancePath+"/config_overrides/commands",schemaPath:"#/properties/config_overrides/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices1[item1] = i5;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/config_overrides/commands",schemaPath:"#/properties/config_overrides/properties/commands/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs84 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.blocklist !== undefined){
const _errs88 = errors;
if(typeof data17.blocklist !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/blocklist",schemaPath:"#/properties/config_overrides/properties/blocklist/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs88 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.blocklist_behavior !== undefined){
let data41 = data17.blocklist_behavior;
const _errs90 = errors;
if(typeof data41 !== "string"){
validate21.errors = [{instancePath:instancePath+"/config_overrides/blocklist_behavior",schemaPath:"#/properties/config_overrides/properties/blocklist_behavior/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data41 === "flag") || (data41 === "block"))){
validate21.errors = [{instancePath:instancePath+"/config_overrides/blocklist_behavior",schemaPath:"#/properties/config_overrides/properties/blocklist_behavior/enum",keyword:"enum",params:{allowedValues: schema6.properties.config_overrides.properties.blocklist_behavior.enum}}];
return false;
}
var valid9 = _errs90 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.grants !== undefined){
let data42 = data17.grants;
const _errs92 = errors;
if(errors === _errs92){
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key6 in data42){
const _errs94 = errors;
if(typeof key6 === "string"){
if(func3(key6) > 64){
const err5 = {instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(func3(key6) < 1){
const err6 = {instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key6};
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
var valid13 = _errs94 === errors;
if(!valid13){
const err7 = {instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/propertyNames",keyword:"propertyNames",params:{propertyName: key6}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid13){
for(const key7 in data42){
let data43 = data42[key7];
const _errs96 = errors;
if(errors === _errs96){
if(Array.isArray(data43)){
var valid15 = true;
const len3 = data43.length;
for(let i6=0; i6<len3; i6++){
let data44 = data43[i6];
const _errs98 = errors;
if(errors === _errs98){
if(typeof data44 === "string"){
if(func3(data44) > 256){
validate21.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 256}}];
return false;
}
else {
if(func3(data44) < 1){
validate21.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid15 = _errs98 === errors;
if(!valid15){
break;
}
}
if(valid15){
let i7 = data43.length;
let j3;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data43[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j3 = indices2[item2];
validate21.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices2[item2] = i7;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/config_overrides/grants/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config_overrides/properties/grants/additionalProperties/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid14 = _errs96 === errors;
if(!valid14){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/config_overrides/grants",schemaPath:"#/properties/config_overrides/properties/grants/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid9 = _errs92 === errors;
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
validate21.errors = [{instancePath:instancePath+"/config_overrides",schemaPath:"#/properties/config_overrides/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.announce !== undefined){
let data45 = data.announce;
const _errs100 = errors;
if(errors === _errs100){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing0;
if((data45.as === undefined) && (missing0 = "as")){
validate21.errors = [{instancePath:instancePath+"/announce",schemaPath:"#/properties/announce/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs102 = errors;
for(const key8 in data45){
if(!(((key8 === "as") || (key8 === "on_update")) || (key8 === "on_members_added"))){
validate21.errors = [{instancePath:instancePath+"/announce",schemaPath:"#/properties/announce/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs102 === errors){
if(data45.as !== undefined){
let data46 = data45.as;
const _errs103 = errors;
if(errors === _errs103){
if(typeof data46 === "string"){
if(func3(data46) > 255){
validate21.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data46) < 1){
validate21.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data46)){
validate21.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/pattern",keyword:"pattern",params:{pattern: "^[@\\w-]+$"}}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/announce/as",schemaPath:"#/properties/announce/properties/as/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs103 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data45.on_update !== undefined){
let data47 = data45.on_update;
const _errs105 = errors;
if(errors === _errs105){
if(typeof data47 === "string"){
if(func3(data47) < 1){
validate21.errors = [{instancePath:instancePath+"/announce/on_update",schemaPath:"#/properties/announce/properties/on_update/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/announce/on_update",schemaPath:"#/properties/announce/properties/on_update/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs105 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data45.on_members_added !== undefined){
let data48 = data45.on_members_added;
const _errs107 = errors;
if(errors === _errs107){
if(typeof data48 === "string"){
if(func3(data48) < 1){
validate21.errors = [{instancePath:instancePath+"/announce/on_members_added",schemaPath:"#/properties/announce/properties/on_members_added/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/announce/on_members_added",schemaPath:"#/properties/announce/properties/on_members_added/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs107 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/announce",schemaPath:"#/properties/announce/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs100 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.messages !== undefined){
let data49 = data.messages;
const _errs109 = errors;
if(errors === _errs109){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key9 in data49){
const _errs111 = errors;
if(typeof key9 === "string"){
if(!pattern6.test(key9)){
const err8 = {instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[\\w-]{1,64}$"},propertyName:key9};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid18 = _errs111 === errors;
if(!valid18){
const err9 = {instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/propertyNames",keyword:"propertyNames",params:{propertyName: key9}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid18){
for(const key10 in data49){
const _errs113 = errors;
if(!(validate27(data49[key10], {instancePath:instancePath+"/messages/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data49,parentDataProperty:key10,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid19 = _errs113 === errors;
if(!valid19){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs109 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protect !== undefined){
const _errs114 = errors;
if(typeof data.protect !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/protect",schemaPath:"#/properties/protect/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs114 === errors;
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
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}

exports.id = validate39;
const schema12 = {"type":"string","pattern":"^[\\w-]{1,64}:[\\w-]{1,64}$"};
const pattern14 = new RegExp("^[\\w-]{1,64}:[\\w-]{1,64}$", "u");

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern14.test(data)){
validate39.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[\\w-]{1,64}:[\\w-]{1,64}$"}}];
return false;
}
}
else {
validate39.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate39.errors = vErrors;
return errors === 0;
}

