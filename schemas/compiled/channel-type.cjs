"use strict";
exports.body = validate21;
const schema6 = {"$id":"https://chat-config.dev/schemas/channel-type.schema.json","type":"object","properties":{"max_message_length":{"type":"integer","minimum":0,"maximum":20000},"typing_events":{"type":"boolean"},"read_events":{"type":"boolean"},"delivery_events":{"type":"boolean"},"connect_events":{"type":"boolean"},"custom_events":{"type":"boolean"},"search":{"type":"boolean"},"reactions":{"type":"boolean"},"replies":{"type":"boolean"},"quotes":{"type":"boolean"},"mutes":{"type":"boolean"},"uploads":{"type":"boolean"},"url_enrichment":{"type":"boolean"},"polls":{"type":"boolean"},"reminders":{"type":"boolean"},"user_message_reminders":{"type":"boolean"},"shared_locations":{"type":"boolean"},"count_messages":{"type":"boolean"},"mark_messages_pending":{"type":"boolean"},"skip_last_msg_update_for_system_msgs":{"type":"boolean"},"push_notifications":{"type":"boolean"},"push_level":{"type":"string","enum":["all","all_mentions","mentions","direct_mentions","none"]},"chat_preferences":{"type":"object","properties":{"default_preference":{"type":"string"},"direct_mentions":{"type":"string"},"role_mentions":{"type":"string"},"group_mentions":{"type":"string"},"here_mentions":{"type":"string"},"channel_mentions":{"type":"string"},"distinct_channel_messages":{"type":"string"},"thread_replies":{"type":"string"}},"additionalProperties":false},"commands":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^\\S+$"},"uniqueItems":true},"message_retention":{"type":"string","pattern":"^(infinite|[0-9]+)$"},"partition_size":{"type":"integer","minimum":0},"partition_ttl":{"type":["string","null"],"pattern":"^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$"},"blocklists":{"type":"array","items":{"type":"object","required":["blocklist","behavior"],"properties":{"blocklist":{"type":"string","minLength":1,"maxLength":255},"behavior":{"type":"string","enum":["flag","block","shadow_block"]}},"additionalProperties":false},"uniqueItems":true},"blocklist":{"type":"string"},"blocklist_behavior":{"type":"string","enum":["flag","block","shadow_block"]},"automod":{"type":"string","enum":["disabled","simple","AI"]},"automod_behavior":{"type":"string","enum":["flag","block","shadow_block"]},"automod_thresholds":{"type":"object","properties":{"explicit":{"type":"object","properties":{"flag":{"type":"number","minimum":0,"maximum":1},"block":{"type":"number","minimum":0,"maximum":1}},"additionalProperties":false},"spam":{"type":"object","properties":{"flag":{"type":"number","minimum":0,"maximum":1},"block":{"type":"number","minimum":0,"maximum":1}},"additionalProperties":false},"toxic":{"type":"object","properties":{"flag":{"type":"number","minimum":0,"maximum":1},"block":{"type":"number","minimum":0,"maximum":1}},"additionalProperties":false}},"additionalProperties":false},"allowed_flag_reasons":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"grants":{"type":["object","null"],"propertyNames":{"minLength":1,"maxLength":64},"additionalProperties":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255},"uniqueItems":true}},"permissions":{"type":"array","items":{"type":"object","required":["name","action","resources","roles","owner","priority"],"properties":{"name":{"type":"string","minLength":1},"action":{"type":"string","enum":["Deny","Allow"]},"resources":{"type":"array","items":{"type":"string","minLength":1},"minItems":1,"uniqueItems":true},"roles":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"owner":{"type":"boolean"},"priority":{"type":"integer","minimum":1,"maximum":999}},"additionalProperties":false}},"protect":{"type":"boolean"},"extra":{"type":"object","additionalProperties":true}},"additionalProperties":false,"definitions":{"id":{"type":"string","minLength":1,"maxLength":64,"pattern":"^[\\w-]+$"},"collection":{"type":"object","propertyNames":{"$ref":"#/definitions/id"},"additionalProperties":{"$ref":"#"}}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const func0 = require("ajv/dist/runtime/equal").default;
const pattern0 = new RegExp("^\\S+$", "u");
const pattern1 = new RegExp("^(infinite|[0-9]+)$", "u");
const pattern2 = new RegExp("^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/channel-type.schema.json" */;
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
if(data.max_message_length !== undefined){
let data0 = data.max_message_length;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate21.errors = [{instancePath:instancePath+"/max_message_length",schemaPath:"#/properties/max_message_length/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 20000 || isNaN(data0)){
validate21.errors = [{instancePath:instancePath+"/max_message_length",schemaPath:"#/properties/max_message_length/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20000}}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate21.errors = [{instancePath:instancePath+"/max_message_length",schemaPath:"#/properties/max_message_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.typing_events !== undefined){
const _errs4 = errors;
if(typeof data.typing_events !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/typing_events",schemaPath:"#/properties/typing_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.read_events !== undefined){
const _errs6 = errors;
if(typeof data.read_events !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/read_events",schemaPath:"#/properties/read_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delivery_events !== undefined){
const _errs8 = errors;
if(typeof data.delivery_events !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/delivery_events",schemaPath:"#/properties/delivery_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.connect_events !== undefined){
const _errs10 = errors;
if(typeof data.connect_events !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/connect_events",schemaPath:"#/properties/connect_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom_events !== undefined){
const _errs12 = errors;
if(typeof data.custom_events !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/custom_events",schemaPath:"#/properties/custom_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.search !== undefined){
const _errs14 = errors;
if(typeof data.search !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/search",schemaPath:"#/properties/search/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reactions !== undefined){
const _errs16 = errors;
if(typeof data.reactions !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/reactions",schemaPath:"#/properties/reactions/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.replies !== undefined){
const _errs18 = errors;
if(typeof data.replies !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/replies",schemaPath:"#/properties/replies/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quotes !== undefined){
const _errs20 = errors;
if(typeof data.quotes !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/quotes",schemaPath:"#/properties/quotes/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mutes !== undefined){
const _errs22 = errors;
if(typeof data.mutes !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/mutes",schemaPath:"#/properties/mutes/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uploads !== undefined){
const _errs24 = errors;
if(typeof data.uploads !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/uploads",schemaPath:"#/properties/uploads/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.url_enrichment !== undefined){
const _errs26 = errors;
if(typeof data.url_enrichment !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/url_enrichment",schemaPath:"#/properties/url_enrichment/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.polls !== undefined){
const _errs28 = errors;
if(typeof data.polls !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/polls",schemaPath:"#/properties/polls/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders !== undefined){
const _errs30 = errors;
if(typeof data.reminders !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/reminders",schemaPath:"#/properties/reminders/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_message_reminders !== undefined){
const _errs32 = errors;
if(typeof data.user_message_reminders !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/user_message_reminders",schemaPath:"#/properties/user_message_reminders/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shared_locations !== undefined){
const _errs34 = errors;
if(typeof data.shared_locations !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/shared_locations",schemaPath:"#/properties/shared_locations/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.count_messages !== undefined){
const _errs36 = errors;
if(typeof data.count_messages !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/count_messages",schemaPath:"#/properties/count_messages/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mark_messages_pending !== undefined){
const _errs38 = errors;
if(typeof data.mark_messages_pending !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/mark_messages_pending",schemaPath:"#/properties/mark_messages_pending/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.skip_last_msg_update_for_system_msgs !== undefined){
const _errs40 = errors;
if(typeof data.skip_last_msg_update_for_system_msgs !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/skip_last_msg_update_for_system_msgs",schemaPath:"#/properties/skip_last_msg_update_for_system_msgs/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.push_notifications !== undefined){
const _errs42 = errors;
if(typeof data.push_notifications !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/push_notifications",schemaPath:"#/properties/push_notifications/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.push_level !== undefined){
let data21 = data.push_level;
const _errs44 = errors;
if(typeof data21 !== "string"){
validate21.errors = [{instancePath:instancePath+"/push_level",schemaPath:"#/properties/push_level/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data21 === "all") || (data21 === "all_mentions")) || (data21 === "mentions")) || (data21 === "direct_mentions")) || (data21 === "none"))){
validate21.errors = [{instancePath:instancePath+"/push_level",schemaPath:"#/properties/push_level/enum",keyword:"enum",params:{allowedValues: schema6.properties.push_level.enum}}];
return false;
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.chat_preferences !== undefined){
let data22 = data.chat_preferences;
const _errs46 = errors;
if(errors === _errs46){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
const _errs48 = errors;
for(const key1 in data22){
if(!((((((((key1 === "default_preference") || (key1 === "direct_mentions")) || (key1 === "role_mentions")) || (key1 === "group_mentions")) || (key1 === "here_mentions")) || (key1 === "channel_mentions")) || (key1 === "distinct_channel_messages")) || (key1 === "thread_replies"))){
validate21.errors = [{instancePath:instancePath+"/chat_preferences",schemaPath:"#/properties/chat_preferences/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs48 === errors){
if(data22.default_preference !== undefined){
const _errs49 = errors;
if(typeof data22.default_preference !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/default_preference",schemaPath:"#/properties/chat_preferences/properties/default_preference/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs49 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data22.direct_mentions !== undefined){
const _errs51 = errors;
if(typeof data22.direct_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/direct_mentions",schemaPath:"#/properties/chat_preferences/properties/direct_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs51 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data22.role_mentions !== undefined){
const _errs53 = errors;
if(typeof data22.role_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/role_mentions",schemaPath:"#/properties/chat_preferences/properties/role_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs53 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data22.group_mentions !== undefined){
const _errs55 = errors;
if(typeof data22.group_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/group_mentions",schemaPath:"#/properties/chat_preferences/properties/group_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs55 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data22.here_mentions !== undefined){
const _errs57 = errors;
if(typeof data22.here_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/here_mentions",schemaPath:"#/properties/chat_preferences/properties/here_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs57 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data22.channel_mentions !== undefined){
const _errs59 = errors;
if(typeof data22.channel_mentions !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/channel_mentions",schemaPath:"#/properties/chat_preferences/properties/channel_mentions/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs59 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data22.distinct_channel_messages !== undefined){
const _errs61 = errors;
if(typeof data22.distinct_channel_messages !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/distinct_channel_messages",schemaPath:"#/properties/chat_preferences/properties/distinct_channel_messages/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs61 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data22.thread_replies !== undefined){
const _errs63 = errors;
if(typeof data22.thread_replies !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_preferences/thread_replies",schemaPath:"#/properties/chat_preferences/properties/thread_replies/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs63 === errors;
}
else {
var valid1 = true;
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
validate21.errors = [{instancePath:instancePath+"/chat_preferences",schemaPath:"#/properties/chat_preferences/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commands !== undefined){
let data31 = data.commands;
const _errs65 = errors;
if(errors === _errs65){
if(Array.isArray(data31)){
var valid2 = true;
const len0 = data31.length;
for(let i0=0; i0<len0; i0++){
let data32 = data31[i0];
const _errs67 = errors;
if(errors === _errs67){
if(typeof data32 === "string"){
if(func3(data32) > 255){
validate21.errors = [{instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data32) < 1){
validate21.errors = [{instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern0.test(data32)){
validate21.errors = [{instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/pattern",keyword:"pattern",params:{pattern: "^\\S+$"}}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/commands/" + i0,schemaPath:"#/properties/commands/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs67 === errors;
if(!valid2){
break;
}
}
if(valid2){
let i1 = data31.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data31[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate21.errors = [{instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs65 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message_retention !== undefined){
let data33 = data.message_retention;
const _errs69 = errors;
if(errors === _errs69){
if(typeof data33 === "string"){
if(!pattern1.test(data33)){
validate21.errors = [{instancePath:instancePath+"/message_retention",schemaPath:"#/properties/message_retention/pattern",keyword:"pattern",params:{pattern: "^(infinite|[0-9]+)$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/message_retention",schemaPath:"#/properties/message_retention/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.partition_size !== undefined){
let data34 = data.partition_size;
const _errs71 = errors;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
validate21.errors = [{instancePath:instancePath+"/partition_size",schemaPath:"#/properties/partition_size/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs71){
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 0 || isNaN(data34)){
validate21.errors = [{instancePath:instancePath+"/partition_size",schemaPath:"#/properties/partition_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs71 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.partition_ttl !== undefined){
let data35 = data.partition_ttl;
const _errs73 = errors;
if((typeof data35 !== "string") && (data35 !== null)){
validate21.errors = [{instancePath:instancePath+"/partition_ttl",schemaPath:"#/properties/partition_ttl/type",keyword:"type",params:{type: schema6.properties.partition_ttl.type}}];
return false;
}
if(errors === _errs73){
if(typeof data35 === "string"){
if(!pattern2.test(data35)){
validate21.errors = [{instancePath:instancePath+"/partition_ttl",schemaPath:"#/properties/partition_ttl/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$"}}];
return false;
}
}
}
var valid0 = _errs73 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocklists !== undefined){
let data36 = data.blocklists;
const _errs75 = errors;
if(errors === _errs75){
if(Array.isArray(data36)){
var valid4 = true;
const len1 = data36.length;
for(let i2=0; i2<len1; i2++){
let data37 = data36[i2];
const _errs77 = errors;
if(errors === _errs77){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
let missing0;
if(((data37.blocklist === undefined) && (missing0 = "blocklist")) || ((data37.behavior === undefined) && (missing0 = "behavior"))){
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2,schemaPath:"#/properties/blocklists/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs79 = errors;
for(const key2 in data37){
if(!((key2 === "blocklist") || (key2 === "behavior"))){
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2,schemaPath:"#/properties/blocklists/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs79 === errors){
if(data37.blocklist !== undefined){
let data38 = data37.blocklist;
const _errs80 = errors;
if(errors === _errs80){
if(typeof data38 === "string"){
if(func3(data38) > 255){
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2+"/blocklist",schemaPath:"#/properties/blocklists/items/properties/blocklist/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data38) < 1){
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2+"/blocklist",schemaPath:"#/properties/blocklists/items/properties/blocklist/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2+"/blocklist",schemaPath:"#/properties/blocklists/items/properties/blocklist/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs80 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data37.behavior !== undefined){
let data39 = data37.behavior;
const _errs82 = errors;
if(typeof data39 !== "string"){
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2+"/behavior",schemaPath:"#/properties/blocklists/items/properties/behavior/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data39 === "flag") || (data39 === "block")) || (data39 === "shadow_block"))){
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2+"/behavior",schemaPath:"#/properties/blocklists/items/properties/behavior/enum",keyword:"enum",params:{allowedValues: schema6.properties.blocklists.items.properties.behavior.enum}}];
return false;
}
var valid5 = _errs82 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/blocklists/" + i2,schemaPath:"#/properties/blocklists/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs77 === errors;
if(!valid4){
break;
}
}
if(valid4){
let i3 = data36.length;
let j1;
if(i3 > 1){
outer0:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data36[i3], data36[j1])){
validate21.errors = [{instancePath:instancePath+"/blocklists",schemaPath:"#/properties/blocklists/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break outer0;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/blocklists",schemaPath:"#/properties/blocklists/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs75 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocklist !== undefined){
const _errs84 = errors;
if(typeof data.blocklist !== "string"){
validate21.errors = [{instancePath:instancePath+"/blocklist",schemaPath:"#/properties/blocklist/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs84 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocklist_behavior !== undefined){
let data41 = data.blocklist_behavior;
const _errs86 = errors;
if(typeof data41 !== "string"){
validate21.errors = [{instancePath:instancePath+"/blocklist_behavior",schemaPath:"#/properties/blocklist_behavior/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data41 === "flag") || (data41 === "block")) || (data41 === "shadow_block"))){
validate21.errors = [{instancePath:instancePath+"/blocklist_behavior",schemaPath:"#/properties/blocklist_behavior/enum",keyword:"enum",params:{allowedValues: schema6.properties.blocklist_behavior.enum}}];
return false;
}
var valid0 = _errs86 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.automod !== undefined){
let data42 = data.automod;
const _errs88 = errors;
if(typeof data42 !== "string"){
validate21.errors = [{instancePath:instancePath+"/automod",schemaPath:"#/properties/automod/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data42 === "disabled") || (data42 === "simple")) || (data42 === "AI"))){
validate21.errors = [{instancePath:instancePath+"/automod",schemaPath:"#/properties/automod/enum",keyword:"enum",params:{allowedValues: schema6.properties.automod.enum}}];
return false;
}
var valid0 = _errs88 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.automod_behavior !== undefined){
let data43 = data.automod_behavior;
const _errs90 = errors;
if(typeof data43 !== "string"){
validate21.errors = [{instancePath:instancePath+"/automod_behavior",schemaPath:"#/properties/automod_behavior/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data43 === "flag") || (data43 === "block")) || (data43 === "shadow_block"))){
validate21.errors = [{instancePath:instancePath+"/automod_behavior",schemaPath:"#/properties/automod_behavior/enum",keyword:"enum",params:{allowedValues: schema6.properties.automod_behavior.enum}}];
return false;
}
var valid0 = _errs90 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.automod_thresholds !== undefined){
let data44 = data.automod_thresholds;
const _errs92 = errors;
if(errors === _errs92){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
const _errs94 = errors;
for(const key3 in data44){
if(!(((key3 === "explicit") || (key3 === "spam")) || (key3 === "toxic"))){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds",schemaPath:"#/properties/automod_thresholds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs94 === errors){
if(data44.explicit !== undefined){
let data45 = data44.explicit;
const _errs95 = errors;
if(errors === _errs95){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
const _errs97 = errors;
for(const key4 in data45){
if(!((key4 === "flag") || (key4 === "block"))){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit",schemaPath:"#/properties/automod_thresholds/properties/explicit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs97 === errors){
if(data45.flag !== undefined){
let data46 = data45.flag;
const _errs98 = errors;
if(errors === _errs98){
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 1 || isNaN(data46)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit/flag",schemaPath:"#/properties/automod_thresholds/properties/explicit/properties/flag/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data46 < 0 || isNaN(data46)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit/flag",schemaPath:"#/properties/automod_thresholds/properties/explicit/properties/flag/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit/flag",schemaPath:"#/properties/automod_thresholds/properties/explicit/properties/flag/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid8 = _errs98 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data45.block !== undefined){
let data47 = data45.block;
const _errs100 = errors;
if(errors === _errs100){
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 1 || isNaN(data47)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit/block",schemaPath:"#/properties/automod_thresholds/properties/explicit/properties/block/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data47 < 0 || isNaN(data47)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit/block",schemaPath:"#/properties/automod_thresholds/properties/explicit/properties/block/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit/block",schemaPath:"#/properties/automod_thresholds/properties/explicit/properties/block/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid8 = _errs100 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/explicit",schemaPath:"#/properties/automod_thresholds/properties/explicit/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs95 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data44.spam !== undefined){
let data48 = data44.spam;
const _errs102 = errors;
if(errors === _errs102){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
const _errs104 = errors;
for(const key5 in data48){
if(!((key5 === "flag") || (key5 === "block"))){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam",schemaPath:"#/properties/automod_thresholds/properties/spam/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs104 === errors){
if(data48.flag !== undefined){
let data49 = data48.flag;
const _errs105 = errors;
if(errors === _errs105){
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 1 || isNaN(data49)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam/flag",schemaPath:"#/properties/automod_thresholds/properties/spam/properties/flag/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data49 < 0 || isNaN(data49)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam/flag",schemaPath:"#/properties/automod_thresholds/properties/spam/properties/flag/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam/flag",schemaPath:"#/properties/automod_thresholds/properties/spam/properties/flag/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid9 = _errs105 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data48.block !== undefined){
let data50 = data48.block;
const _errs107 = errors;
if(errors === _errs107){
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 1 || isNaN(data50)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam/block",schemaPath:"#/properties/automod_thresholds/properties/spam/properties/block/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data50 < 0 || isNaN(data50)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam/block",schemaPath:"#/properties/automod_thresholds/properties/spam/properties/block/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam/block",schemaPath:"#/properties/automod_thresholds/properties/spam/properties/block/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid9 = _errs107 === errors;
}
else {
var valid9 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/spam",schemaPath:"#/properties/automod_thresholds/properties/spam/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs102 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data44.toxic !== undefined){
let data51 = data44.toxic;
const _errs109 = errors;
if(errors === _errs109){
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
const _errs111 = errors;
for(const key6 in data51){
if(!((key6 === "flag") || (key6 === "block"))){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic",schemaPath:"#/properties/automod_thresholds/properties/toxic/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs111 === errors){
if(data51.flag !== undefined){
let data52 = data51.flag;
const _errs112 = errors;
if(errors === _errs112){
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1 || isNaN(data52)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic/flag",schemaPath:"#/properties/automod_thresholds/properties/toxic/properties/flag/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data52 < 0 || isNaN(data52)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic/flag",schemaPath:"#/properties/automod_thresholds/properties/toxic/properties/flag/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic/flag",schemaPath:"#/properties/automod_thresholds/properties/toxic/properties/flag/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid10 = _errs112 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data51.block !== undefined){
let data53 = data51.block;
const _errs114 = errors;
if(errors === _errs114){
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1 || isNaN(data53)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic/block",schemaPath:"#/properties/automod_thresholds/properties/toxic/properties/block/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data53 < 0 || isNaN(data53)){
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic/block",schemaPath:"#/properties/automod_thresholds/properties/toxic/properties/block/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic/block",schemaPath:"#/properties/automod_thresholds/properties/toxic/properties/block/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid10 = _errs114 === errors;
}
else {
var valid10 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds/toxic",schemaPath:"#/properties/automod_thresholds/properties/toxic/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs109 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/automod_thresholds",schemaPath:"#/properties/automod_thresholds/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs92 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allowed_flag_reasons !== undefined){
let data54 = data.allowed_flag_reasons;
const _errs116 = errors;
if(errors === _errs116){
if(Array.isArray(data54)){
var valid11 = true;
const len2 = data54.length;
for(let i4=0; i4<len2; i4++){
let data55 = data54[i4];
const _errs118 = errors;
if(errors === _errs118){
if(typeof data55 === "string"){
if(func3(data55) < 1){
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons/" + i4,schemaPath:"#/properties/allowed_flag_reasons/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons/" + i4,schemaPath:"#/properties/allowed_flag_reasons/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs118 === errors;
if(!valid11){
break;
}
}
if(valid11){
let i5 = data54.length;
let j2;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data54[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons",schemaPath:"#/properties/allowed_flag_reasons/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices1[item1] = i5;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons",schemaPath:"#/properties/allowed_flag_reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs116 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.grants !== undefined){
let data56 = data.grants;
const _errs120 = errors;
if((!(data56 && typeof data56 == "object" && !Array.isArray(data56))) && (data56 !== null)){
validate21.errors = [{instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: schema6.properties.grants.type}}];
return false;
}
if(errors === _errs120){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
for(const key7 in data56){
const _errs122 = errors;
if(typeof key7 === "string"){
if(func3(key7) > 64){
const err0 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key7};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(func3(key7) < 1){
const err1 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key7};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
var valid13 = _errs122 === errors;
if(!valid13){
const err2 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames",keyword:"propertyNames",params:{propertyName: key7}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid13){
for(const key8 in data56){
let data57 = data56[key8];
const _errs124 = errors;
if(errors === _errs124){
if(Array.isArray(data57)){
var valid15 = true;
const len3 = data57.length;
for(let i6=0; i6<len3; i6++){
let data58 = data57[i6];
const _errs126 = errors;
if(errors === _errs126){
if(typeof data58 === "string"){
if(func3(data58) > 255){
validate21.errors = [{instancePath:instancePath+"/grants/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/grants/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data58) < 1){
validate21.errors = [{instancePath:instancePath+"/grants/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/grants/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/grants/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i6,schemaPath:"#/properties/grants/additionalProperties/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid15 = _errs126 === errors;
if(!valid15){
break;
}
}
if(valid15){
let i7 = data57.length;
let j3;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data57[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j3 = indices2[item2];
validate21.errors = [{instancePath:instancePath+"/grants/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grants/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices2[item2] = i7;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/grants/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grants/additionalProperties/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid14 = _errs124 === errors;
if(!valid14){
break;
}
}
}
}
}
var valid0 = _errs120 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.permissions !== undefined){
let data59 = data.permissions;
const _errs128 = errors;
if(errors === _errs128){
if(Array.isArray(data59)){
var valid17 = true;
const len4 = data59.length;
for(let i8=0; i8<len4; i8++){
let data60 = data59[i8];
const _errs130 = errors;
if(errors === _errs130){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
let missing1;
if(((((((data60.name === undefined) && (missing1 = "name")) || ((data60.action === undefined) && (missing1 = "action"))) || ((data60.resources === undefined) && (missing1 = "resources"))) || ((data60.roles === undefined) && (missing1 = "roles"))) || ((data60.owner === undefined) && (missing1 = "owner"))) || ((data60.priority === undefined) && (missing1 = "priority"))){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8,schemaPath:"#/properties/permissions/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs132 = errors;
for(const key9 in data60){
if(!((((((key9 === "name") || (key9 === "action")) || (key9 === "resources")) || (key9 === "roles")) || (key9 === "owner")) || (key9 === "priority"))){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8,schemaPath:"#/properties/permissions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs132 === errors){
if(data60.name !== undefined){
let data61 = data60.name;
const _errs133 = errors;
if(errors === _errs133){
if(typeof data61 === "string"){
if(func3(data61) < 1){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/name",schemaPath:"#/properties/permissions/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/name",schemaPath:"#/properties/permissions/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid18 = _errs133 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data60.action !== undefined){
let data62 = data60.action;
const _errs135 = errors;
if(typeof data62 !== "string"){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/action",schemaPath:"#/properties/permissions/items/properties/action/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data62 === "Deny") || (data62 === "Allow"))){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/action",schemaPath:"#/properties/permissions/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema6.properties.permissions.items.properties.action.enum}}];
return false;
}
var valid18 = _errs135 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data60.resources !== undefined){
let data63 = data60.resources;
const _errs137 = errors;
if(errors === _errs137){
if(Array.isArray(data63)){
if(data63.length < 1){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/resources",schemaPath:"#/properties/permissions/items/properties/resources/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid19 = true;
const len5 = data63.length;
for(let i9=0; i9<len5; i9++){
let data64 = data63[i9];
const _errs139 = errors;
if(errors === _errs139){
if(typeof data64 === "string"){
if(func3(data64) < 1){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/resources/" + i9,schemaPath:"#/properties/permissions/items/properties/resources/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/resources/" + i9,schemaPath:"#/properties/permissions/items/properties/resources/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs139 === errors;
if(!valid19){
break;
}
}
if(valid19){
let i10 = data63.length;
let j4;
if(i10 > 1){
const indices3 = {};
for(;i10--;){
let item3 = data63[i10];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j4 = indices3[item3];
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/resources",schemaPath:"#/properties/permissions/items/properties/resources/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j4}}];
return false;
break;
}
indices3[item3] = i10;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/resources",schemaPath:"#/properties/permissions/items/properties/resources/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs137 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data60.roles !== undefined){
let data65 = data60.roles;
const _errs141 = errors;
if(errors === _errs141){
if(Array.isArray(data65)){
var valid21 = true;
const len6 = data65.length;
for(let i11=0; i11<len6; i11++){
let data66 = data65[i11];
const _errs143 = errors;
if(errors === _errs143){
if(typeof data66 === "string"){
if(func3(data66) < 1){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/roles/" + i11,schemaPath:"#/properties/permissions/items/properties/roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/roles/" + i11,schemaPath:"#/properties/permissions/items/properties/roles/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid21 = _errs143 === errors;
if(!valid21){
break;
}
}
if(valid21){
let i12 = data65.length;
let j5;
if(i12 > 1){
const indices4 = {};
for(;i12--;){
let item4 = data65[i12];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j5 = indices4[item4];
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/roles",schemaPath:"#/properties/permissions/items/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i12, j: j5}}];
return false;
break;
}
indices4[item4] = i12;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/roles",schemaPath:"#/properties/permissions/items/properties/roles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs141 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data60.owner !== undefined){
const _errs145 = errors;
if(typeof data60.owner !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/owner",schemaPath:"#/properties/permissions/items/properties/owner/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs145 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data60.priority !== undefined){
let data68 = data60.priority;
const _errs147 = errors;
if(!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/priority",schemaPath:"#/properties/permissions/items/properties/priority/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs147){
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 999 || isNaN(data68)){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/priority",schemaPath:"#/properties/permissions/items/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999}}];
return false;
}
else {
if(data68 < 1 || isNaN(data68)){
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8+"/priority",schemaPath:"#/properties/permissions/items/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid18 = _errs147 === errors;
}
else {
var valid18 = true;
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
validate21.errors = [{instancePath:instancePath+"/permissions/" + i8,schemaPath:"#/properties/permissions/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid17 = _errs130 === errors;
if(!valid17){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs128 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protect !== undefined){
const _errs149 = errors;
if(typeof data.protect !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/protect",schemaPath:"#/properties/protect/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs149 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.extra !== undefined){
let data70 = data.extra;
const _errs151 = errors;
if(errors === _errs151){
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
}
else {
validate21.errors = [{instancePath:instancePath+"/extra",schemaPath:"#/properties/extra/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs151 === errors;
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

exports.id = validate22;
const schema7 = {"type":"string","minLength":1,"maxLength":64,"pattern":"^[\\w-]+$"};
const pattern3 = new RegExp("^[\\w-]+$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(func3(data) > 64){
validate22.errors = [{instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 64}}];
return false;
}
else {
if(func3(data) < 1){
validate22.errors = [{instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
else {
if(!pattern3.test(data)){
validate22.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[\\w-]+$"}}];
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

