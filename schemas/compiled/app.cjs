"use strict";
exports.body = validate21;
const schema6 = {"$id":"https://chat-config.dev/schemas/app.schema.json","type":"object","properties":{"disable_auth_checks":{"type":"boolean"},"disable_permissions_checks":{"type":"boolean"},"permission_version":{"type":"string","enum":["v1","v2"]},"migrate_permissions_to_v2":{"type":"boolean"},"multi_tenant_enabled":{"type":"boolean"},"enforce_unique_usernames":{"type":"string","enum":["no","app","team"]},"guest_user_creation_disabled":{"type":"boolean"},"user_search_disallowed_roles":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100},"maxItems":10,"uniqueItems":true},"revoke_tokens_issued_before":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"grants":{"type":["object","null"],"propertyNames":{"minLength":1,"maxLength":64},"additionalProperties":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255},"uniqueItems":true}},"file_upload_config":{"$ref":"#/definitions/upload_config"},"image_upload_config":{"$ref":"#/definitions/upload_config"},"cdn_expiration_seconds":{"type":"integer","minimum":14400,"maximum":1209600},"async_url_enrich_enabled":{"type":"boolean"},"auto_translation_enabled":{"type":"boolean"},"event_hooks":{"type":"object","propertyNames":{"pattern":"^[\\w.-]{1,64}$"},"additionalProperties":{"$ref":"#/definitions/event_hook"}},"before_message_send_hook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"before_message_send_hook_attempt_timeout_ms":{"type":"integer","minimum":0},"custom_action_handler_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"enable_hook_payload_compression":{"type":"boolean"},"moderation_webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"webhook_events":{"type":["array","null"],"items":{"type":"string","minLength":1},"uniqueItems":true},"sqs_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"sqs_key":{"type":"string"},"sqs_secret":{"type":"string"},"sns_topic_arn":{"type":"string"},"sns_key":{"type":"string"},"sns_secret":{"type":"string"},"async_moderation_config":{"type":"object","properties":{"callback":{"type":"object","properties":{"mode":{"type":"string","enum":["CALLBACK_MODE_NONE","CALLBACK_MODE_REST","CALLBACK_MODE_TWIRP"]},"server_url":{"type":"string","pattern":"^(https?://\\S+)?$"}},"additionalProperties":false},"timeout_ms":{"type":"integer","minimum":0}},"additionalProperties":false},"reminders_interval":{"type":"integer","minimum":60,"maximum":86400},"reminders_max_members":{"type":"integer","minimum":2},"reminders_max_per_user":{"type":"integer","minimum":1,"maximum":100000},"user_response_time_enabled":{"type":"boolean"},"channel_hide_members_only":{"type":"boolean"},"member_custom_on_messages_enabled":{"type":"boolean"},"push_config":{"type":"object","required":["version"],"properties":{"version":{"type":"string","enum":["v1","v2","v3"]},"offline_only":{"type":"boolean"}},"additionalProperties":false},"apn_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"auth_type":{"type":"string","enum":["certificate","token"]},"auth_key":{"type":"string"},"key_id":{"type":"string"},"team_id":{"type":"string"},"bundle_id":{"type":"string"},"p12_cert":{"type":"string"},"development":{"type":"boolean"},"host":{"type":"string"},"notification_template":{"type":"string"}},"additionalProperties":false},"firebase_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"credentials_json":{"type":"string"},"server_key":{"type":"string"},"notification_template":{"type":"string"},"data_template":{"type":"string"},"apn_template":{"type":"string"}},"additionalProperties":false},"huawei_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"id":{"type":"string"},"secret":{"type":"string"}},"additionalProperties":false},"xiaomi_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"package_name":{"type":"string"},"secret":{"type":"string"}},"additionalProperties":false},"moderation_enabled":{"type":"boolean"},"moderation_analytics_enabled":{"type":"boolean"},"moderation_onboarding_complete":{"type":"boolean"},"moderation_dashboard_preferences":{"type":"object","properties":{"allowed_moderation_action_reasons":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"async_review_queue_upsert":{"type":"boolean"},"block_foreign_cdn_attachments":{"type":"boolean"},"custom_views_enabled":{"type":"boolean"},"disable_audit_logs":{"type":"boolean"},"disable_flagging_reviewed_entity":{"type":"boolean"},"escalation_queue_enabled":{"type":"boolean"},"escalation_reasons":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"filterable_custom_keys":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"flag_user_on_flagged_content":{"type":"boolean"},"include_attachment_payload":{"type":"boolean"},"keyframe_classifications_map":{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"boolean"}}},"media_queue_blur_enabled":{"type":"boolean"},"overview_dashboard":{"type":"object","properties":{"default_date_range_days":{"type":"integer"},"visible_charts":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false}},"additionalProperties":false},"moderation_s3_image_access_role_arn":{"type":"string"},"allowed_flag_reasons":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"image_moderation_enabled":{"type":"boolean"},"image_moderation_labels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"image_moderation_block_labels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"chat_primary_use_case":{"type":"string","enum":["messaging","customer-support","community","marketplace","gaming","telehealth","on-demand","workforce-management","dating","education","financial","sports","real-money-gaming"]},"video_primary_use_case":{"type":"string","enum":["video-calling","voice-calling","livestreaming","audio-rooms","ai-agents","live-shopping","other"]},"activity_metrics_config":{"type":"object","additionalProperties":{"type":"integer"}},"max_aggregated_activities_length":{"type":"integer","minimum":0},"feed_audit_logs_enabled":{"type":"boolean"},"feeds_moderation_enabled":{"type":"boolean"},"feeds_v2_region":{"type":"string"},"datadog_info":{"type":"object","properties":{"enabled":{"type":"boolean"},"site":{"type":"string"},"api_key":{"type":"string"}},"additionalProperties":false},"extra":{"type":"object","additionalProperties":true}},"additionalProperties":false,"definitions":{"upload_config":{"type":"object","properties":{"size_limit":{"type":"integer","minimum":0,"maximum":104857600},"allowed_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"allowed_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false},"event_hook":{"type":["object","null"],"required":["hook_type"],"properties":{"hook_type":{"type":"string","enum":["webhook","sqs","sns","pending_message"]},"id":{"type":"string","pattern":"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"},"product":{"type":"string","enum":["all","chat","video","moderation","feeds"]},"enabled":{"type":"boolean"},"event_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"timeout_ms":{"type":"integer","minimum":0},"callback":{"type":"object","properties":{"mode":{"type":"string","enum":["CALLBACK_MODE_NONE","CALLBACK_MODE_REST","CALLBACK_MODE_TWIRP"]},"server_url":{"type":"string","pattern":"^(https?://\\S+)?$"}},"additionalProperties":false},"sqs_queue_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"sqs_region":{"type":"string"},"sqs_auth_type":{"type":"string","enum":["keys","resource","role"]},"sqs_key":{"type":"string"},"sqs_secret":{"type":"string"},"sqs_role_arn":{"type":"string"},"sns_topic_arn":{"type":"string"},"sns_region":{"type":"string"},"sns_auth_type":{"type":"string","enum":["keys","resource","role"]},"sns_key":{"type":"string"},"sns_secret":{"type":"string"},"sns_role_arn":{"type":"string"},"sns_event_based_message_group_id_enabled":{"type":"boolean"},"should_send_custom_events":{"type":"boolean"},"failover_config":{"type":"object","properties":{"type":{"type":"string"},"gcs_bucket":{"type":"string"},"gcs_path":{"type":"string"},"gcs_credentials":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
const pattern1 = new RegExp("^[\\w.-]{1,64}$", "u");
const pattern3 = new RegExp("^(https?://\\S+)?$", "u");
const schema7 = {"type":"object","properties":{"size_limit":{"type":"integer","minimum":0,"maximum":104857600},"allowed_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"allowed_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "size_limit") || (key0 === "allowed_file_extensions")) || (key0 === "blocked_file_extensions")) || (key0 === "allowed_mime_types")) || (key0 === "blocked_mime_types"))){
validate22.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.size_limit !== undefined){
let data0 = data.size_limit;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate22.errors = [{instancePath:instancePath+"/size_limit",schemaPath:"#/properties/size_limit/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 104857600 || isNaN(data0)){
validate22.errors = [{instancePath:instancePath+"/size_limit",schemaPath:"#/properties/size_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 104857600}}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate22.errors = [{instancePath:instancePath+"/size_limit",schemaPath:"#/properties/size_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
if(data.allowed_file_extensions !== undefined){
let data1 = data.allowed_file_extensions;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(func3(data2) < 1){
validate22.errors = [{instancePath:instancePath+"/allowed_file_extensions/" + i0,schemaPath:"#/properties/allowed_file_extensions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/allowed_file_extensions/" + i0,schemaPath:"#/properties/allowed_file_extensions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
if(valid1){
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate22.errors = [{instancePath:instancePath+"/allowed_file_extensions",schemaPath:"#/properties/allowed_file_extensions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/allowed_file_extensions",schemaPath:"#/properties/allowed_file_extensions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocked_file_extensions !== undefined){
let data3 = data.blocked_file_extensions;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
var valid3 = true;
const len1 = data3.length;
for(let i2=0; i2<len1; i2++){
let data4 = data3[i2];
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(func3(data4) < 1){
validate22.errors = [{instancePath:instancePath+"/blocked_file_extensions/" + i2,schemaPath:"#/properties/blocked_file_extensions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/blocked_file_extensions/" + i2,schemaPath:"#/properties/blocked_file_extensions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
if(valid3){
let i3 = data3.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data3[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate22.errors = [{instancePath:instancePath+"/blocked_file_extensions",schemaPath:"#/properties/blocked_file_extensions/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices1[item1] = i3;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/blocked_file_extensions",schemaPath:"#/properties/blocked_file_extensions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allowed_mime_types !== undefined){
let data5 = data.allowed_mime_types;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
var valid5 = true;
const len2 = data5.length;
for(let i4=0; i4<len2; i4++){
let data6 = data5[i4];
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(func3(data6) < 1){
validate22.errors = [{instancePath:instancePath+"/allowed_mime_types/" + i4,schemaPath:"#/properties/allowed_mime_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/allowed_mime_types/" + i4,schemaPath:"#/properties/allowed_mime_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs14 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i5 = data5.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data5[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate22.errors = [{instancePath:instancePath+"/allowed_mime_types",schemaPath:"#/properties/allowed_mime_types/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices2[item2] = i5;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/allowed_mime_types",schemaPath:"#/properties/allowed_mime_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocked_mime_types !== undefined){
let data7 = data.blocked_mime_types;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data7)){
var valid7 = true;
const len3 = data7.length;
for(let i6=0; i6<len3; i6++){
let data8 = data7[i6];
const _errs18 = errors;
if(errors === _errs18){
if(typeof data8 === "string"){
if(func3(data8) < 1){
validate22.errors = [{instancePath:instancePath+"/blocked_mime_types/" + i6,schemaPath:"#/properties/blocked_mime_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/blocked_mime_types/" + i6,schemaPath:"#/properties/blocked_mime_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs18 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i7 = data7.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data7[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate22.errors = [{instancePath:instancePath+"/blocked_mime_types",schemaPath:"#/properties/blocked_mime_types/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices3[item3] = i7;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/blocked_mime_types",schemaPath:"#/properties/blocked_mime_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
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
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":["object","null"],"required":["hook_type"],"properties":{"hook_type":{"type":"string","enum":["webhook","sqs","sns","pending_message"]},"id":{"type":"string","pattern":"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"},"product":{"type":"string","enum":["all","chat","video","moderation","feeds"]},"enabled":{"type":"boolean"},"event_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"timeout_ms":{"type":"integer","minimum":0},"callback":{"type":"object","properties":{"mode":{"type":"string","enum":["CALLBACK_MODE_NONE","CALLBACK_MODE_REST","CALLBACK_MODE_TWIRP"]},"server_url":{"type":"string","pattern":"^(https?://\\S+)?$"}},"additionalProperties":false},"sqs_queue_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"sqs_region":{"type":"string"},"sqs_auth_type":{"type":"string","enum":["keys","resource","role"]},"sqs_key":{"type":"string"},"sqs_secret":{"type":"string"},"sqs_role_arn":{"type":"string"},"sns_topic_arn":{"type":"string"},"sns_region":{"type":"string"},"sns_auth_type":{"type":"string","enum":["keys","resource","role"]},"sns_key":{"type":"string"},"sns_secret":{"type":"string"},"sns_role_arn":{"type":"string"},"sns_event_based_message_group_id_enabled":{"type":"boolean"},"should_send_custom_events":{"type":"boolean"},"failover_config":{"type":"object","properties":{"type":{"type":"string"},"gcs_bucket":{"type":"string"},"gcs_path":{"type":"string"},"gcs_credentials":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const pattern2 = new RegExp("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema8.type}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.hook_type === undefined) && (missing0 = "hook_type")){
validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema8.properties, key0))){
validate25.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.hook_type !== undefined){
let data0 = data.hook_type;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate25.errors = [{instancePath:instancePath+"/hook_type",schemaPath:"#/properties/hook_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data0 === "webhook") || (data0 === "sqs")) || (data0 === "sns")) || (data0 === "pending_message"))){
validate25.errors = [{instancePath:instancePath+"/hook_type",schemaPath:"#/properties/hook_type/enum",keyword:"enum",params:{allowedValues: schema8.properties.hook_type.enum}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
let data1 = data.id;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern2.test(data1)){
validate25.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.product !== undefined){
let data2 = data.product;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate25.errors = [{instancePath:instancePath+"/product",schemaPath:"#/properties/product/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data2 === "all") || (data2 === "chat")) || (data2 === "video")) || (data2 === "moderation")) || (data2 === "feeds"))){
validate25.errors = [{instancePath:instancePath+"/product",schemaPath:"#/properties/product/enum",keyword:"enum",params:{allowedValues: schema8.properties.product.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enabled !== undefined){
const _errs8 = errors;
if(typeof data.enabled !== "boolean"){
validate25.errors = [{instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event_types !== undefined){
let data4 = data.event_types;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(func3(data5) < 1){
validate25.errors = [{instancePath:instancePath+"/event_types/" + i0,schemaPath:"#/properties/event_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/event_types/" + i0,schemaPath:"#/properties/event_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs12 === errors;
if(!valid1){
break;
}
}
if(valid1){
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate25.errors = [{instancePath:instancePath+"/event_types",schemaPath:"#/properties/event_types/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/event_types",schemaPath:"#/properties/event_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.webhook_url !== undefined){
let data6 = data.webhook_url;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
validate25.errors = [{instancePath:instancePath+"/webhook_url",schemaPath:"#/properties/webhook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/webhook_url",schemaPath:"#/properties/webhook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeout_ms !== undefined){
let data7 = data.timeout_ms;
const _errs16 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate25.errors = [{instancePath:instancePath+"/timeout_ms",schemaPath:"#/properties/timeout_ms/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs16){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate25.errors = [{instancePath:instancePath+"/timeout_ms",schemaPath:"#/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.callback !== undefined){
let data8 = data.callback;
const _errs18 = errors;
if(errors === _errs18){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
const _errs20 = errors;
for(const key1 in data8){
if(!((key1 === "mode") || (key1 === "server_url"))){
validate25.errors = [{instancePath:instancePath+"/callback",schemaPath:"#/properties/callback/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs20 === errors){
if(data8.mode !== undefined){
let data9 = data8.mode;
const _errs21 = errors;
if(typeof data9 !== "string"){
validate25.errors = [{instancePath:instancePath+"/callback/mode",schemaPath:"#/properties/callback/properties/mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data9 === "CALLBACK_MODE_NONE") || (data9 === "CALLBACK_MODE_REST")) || (data9 === "CALLBACK_MODE_TWIRP"))){
validate25.errors = [{instancePath:instancePath+"/callback/mode",schemaPath:"#/properties/callback/properties/mode/enum",keyword:"enum",params:{allowedValues: schema8.properties.callback.properties.mode.enum}}];
return false;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.server_url !== undefined){
let data10 = data8.server_url;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data10 === "string"){
if(!pattern3.test(data10)){
validate25.errors = [{instancePath:instancePath+"/callback/server_url",schemaPath:"#/properties/callback/properties/server_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/callback/server_url",schemaPath:"#/properties/callback/properties/server_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/callback",schemaPath:"#/properties/callback/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_queue_url !== undefined){
let data11 = data.sqs_queue_url;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data11 === "string"){
if(!pattern3.test(data11)){
validate25.errors = [{instancePath:instancePath+"/sqs_queue_url",schemaPath:"#/properties/sqs_queue_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/sqs_queue_url",schemaPath:"#/properties/sqs_queue_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_region !== undefined){
const _errs27 = errors;
if(typeof data.sqs_region !== "string"){
validate25.errors = [{instancePath:instancePath+"/sqs_region",schemaPath:"#/properties/sqs_region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_auth_type !== undefined){
let data13 = data.sqs_auth_type;
const _errs29 = errors;
if(typeof data13 !== "string"){
validate25.errors = [{instancePath:instancePath+"/sqs_auth_type",schemaPath:"#/properties/sqs_auth_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data13 === "keys") || (data13 === "resource")) || (data13 === "role"))){
validate25.errors = [{instancePath:instancePath+"/sqs_auth_type",schemaPath:"#/properties/sqs_auth_type/enum",keyword:"enum",params:{allowedValues: schema8.properties.sqs_auth_type.enum}}];
return false;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_key !== undefined){
const _errs31 = errors;
if(typeof data.sqs_key !== "string"){
validate25.errors = [{instancePath:instancePath+"/sqs_key",schemaPath:"#/properties/sqs_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_secret !== undefined){
const _errs33 = errors;
if(typeof data.sqs_secret !== "string"){
validate25.errors = [{instancePath:instancePath+"/sqs_secret",schemaPath:"#/properties/sqs_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_role_arn !== undefined){
const _errs35 = errors;
if(typeof data.sqs_role_arn !== "string"){
validate25.errors = [{instancePath:instancePath+"/sqs_role_arn",schemaPath:"#/properties/sqs_role_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_topic_arn !== undefined){
const _errs37 = errors;
if(typeof data.sns_topic_arn !== "string"){
validate25.errors = [{instancePath:instancePath+"/sns_topic_arn",schemaPath:"#/properties/sns_topic_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_region !== undefined){
const _errs39 = errors;
if(typeof data.sns_region !== "string"){
validate25.errors = [{instancePath:instancePath+"/sns_region",schemaPath:"#/properties/sns_region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_auth_type !== undefined){
let data19 = data.sns_auth_type;
const _errs41 = errors;
if(typeof data19 !== "string"){
validate25.errors = [{instancePath:instancePath+"/sns_auth_type",schemaPath:"#/properties/sns_auth_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data19 === "keys") || (data19 === "resource")) || (data19 === "role"))){
validate25.errors = [{instancePath:instancePath+"/sns_auth_type",schemaPath:"#/properties/sns_auth_type/enum",keyword:"enum",params:{allowedValues: schema8.properties.sns_auth_type.enum}}];
return false;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_key !== undefined){
const _errs43 = errors;
if(typeof data.sns_key !== "string"){
validate25.errors = [{instancePath:instancePath+"/sns_key",schemaPath:"#/properties/sns_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_secret !== undefined){
const _errs45 = errors;
if(typeof data.sns_secret !== "string"){
validate25.errors = [{instancePath:instancePath+"/sns_secret",schemaPath:"#/properties/sns_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_role_arn !== undefined){
const _errs47 = errors;
if(typeof data.sns_role_arn !== "string"){
validate25.errors = [{instancePath:instancePath+"/sns_role_arn",schemaPath:"#/properties/sns_role_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_event_based_message_group_id_enabled !== undefined){
const _errs49 = errors;
if(typeof data.sns_event_based_message_group_id_enabled !== "boolean"){
validate25.errors = [{instancePath:instancePath+"/sns_event_based_message_group_id_enabled",schemaPath:"#/properties/sns_event_based_message_group_id_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.should_send_custom_events !== undefined){
const _errs51 = errors;
if(typeof data.should_send_custom_events !== "boolean"){
validate25.errors = [{instancePath:instancePath+"/should_send_custom_events",schemaPath:"#/properties/should_send_custom_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failover_config !== undefined){
let data25 = data.failover_config;
const _errs53 = errors;
if(errors === _errs53){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
const _errs55 = errors;
for(const key2 in data25){
if(!((((key2 === "type") || (key2 === "gcs_bucket")) || (key2 === "gcs_path")) || (key2 === "gcs_credentials"))){
validate25.errors = [{instancePath:instancePath+"/failover_config",schemaPath:"#/properties/failover_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs55 === errors){
if(data25.type !== undefined){
const _errs56 = errors;
if(typeof data25.type !== "string"){
validate25.errors = [{instancePath:instancePath+"/failover_config/type",schemaPath:"#/properties/failover_config/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs56 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data25.gcs_bucket !== undefined){
const _errs58 = errors;
if(typeof data25.gcs_bucket !== "string"){
validate25.errors = [{instancePath:instancePath+"/failover_config/gcs_bucket",schemaPath:"#/properties/failover_config/properties/gcs_bucket/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs58 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data25.gcs_path !== undefined){
const _errs60 = errors;
if(typeof data25.gcs_path !== "string"){
validate25.errors = [{instancePath:instancePath+"/failover_config/gcs_path",schemaPath:"#/properties/failover_config/properties/gcs_path/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs60 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data25.gcs_credentials !== undefined){
const _errs62 = errors;
if(typeof data25.gcs_credentials !== "string"){
validate25.errors = [{instancePath:instancePath+"/failover_config/gcs_credentials",schemaPath:"#/properties/failover_config/properties/gcs_credentials/type",keyword:"type",params:{type: "string"}}];
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
else {
validate25.errors = [{instancePath:instancePath+"/failover_config",schemaPath:"#/properties/failover_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs53 === errors;
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
validate25.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/app.schema.json" */;
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
if(data.disable_auth_checks !== undefined){
const _errs2 = errors;
if(typeof data.disable_auth_checks !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/disable_auth_checks",schemaPath:"#/properties/disable_auth_checks/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disable_permissions_checks !== undefined){
const _errs4 = errors;
if(typeof data.disable_permissions_checks !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/disable_permissions_checks",schemaPath:"#/properties/disable_permissions_checks/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.permission_version !== undefined){
let data2 = data.permission_version;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate21.errors = [{instancePath:instancePath+"/permission_version",schemaPath:"#/properties/permission_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data2 === "v1") || (data2 === "v2"))){
validate21.errors = [{instancePath:instancePath+"/permission_version",schemaPath:"#/properties/permission_version/enum",keyword:"enum",params:{allowedValues: schema6.properties.permission_version.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.migrate_permissions_to_v2 !== undefined){
const _errs8 = errors;
if(typeof data.migrate_permissions_to_v2 !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/migrate_permissions_to_v2",schemaPath:"#/properties/migrate_permissions_to_v2/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.multi_tenant_enabled !== undefined){
const _errs10 = errors;
if(typeof data.multi_tenant_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/multi_tenant_enabled",schemaPath:"#/properties/multi_tenant_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enforce_unique_usernames !== undefined){
let data5 = data.enforce_unique_usernames;
const _errs12 = errors;
if(typeof data5 !== "string"){
validate21.errors = [{instancePath:instancePath+"/enforce_unique_usernames",schemaPath:"#/properties/enforce_unique_usernames/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data5 === "no") || (data5 === "app")) || (data5 === "team"))){
validate21.errors = [{instancePath:instancePath+"/enforce_unique_usernames",schemaPath:"#/properties/enforce_unique_usernames/enum",keyword:"enum",params:{allowedValues: schema6.properties.enforce_unique_usernames.enum}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.guest_user_creation_disabled !== undefined){
const _errs14 = errors;
if(typeof data.guest_user_creation_disabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/guest_user_creation_disabled",schemaPath:"#/properties/guest_user_creation_disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_search_disallowed_roles !== undefined){
let data7 = data.user_search_disallowed_roles;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data7)){
if(data7.length > 10){
validate21.errors = [{instancePath:instancePath+"/user_search_disallowed_roles",schemaPath:"#/properties/user_search_disallowed_roles/maxItems",keyword:"maxItems",params:{limit: 10}}];
return false;
}
else {
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs18 = errors;
if(errors === _errs18){
if(typeof data8 === "string"){
if(func3(data8) > 100){
validate21.errors = [{instancePath:instancePath+"/user_search_disallowed_roles/" + i0,schemaPath:"#/properties/user_search_disallowed_roles/items/maxLength",keyword:"maxLength",params:{limit: 100}}];
return false;
}
else {
if(func3(data8) < 1){
validate21.errors = [{instancePath:instancePath+"/user_search_disallowed_roles/" + i0,schemaPath:"#/properties/user_search_disallowed_roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/user_search_disallowed_roles/" + i0,schemaPath:"#/properties/user_search_disallowed_roles/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
if(valid1){
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate21.errors = [{instancePath:instancePath+"/user_search_disallowed_roles",schemaPath:"#/properties/user_search_disallowed_roles/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/user_search_disallowed_roles",schemaPath:"#/properties/user_search_disallowed_roles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.revoke_tokens_issued_before !== undefined){
let data9 = data.revoke_tokens_issued_before;
const _errs20 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate21.errors = [{instancePath:instancePath+"/revoke_tokens_issued_before",schemaPath:"#/properties/revoke_tokens_issued_before/type",keyword:"type",params:{type: schema6.properties.revoke_tokens_issued_before.type}}];
return false;
}
if(errors === _errs20){
if(errors === _errs20){
if(typeof data9 === "string"){
if(!pattern0.test(data9)){
validate21.errors = [{instancePath:instancePath+"/revoke_tokens_issued_before",schemaPath:"#/properties/revoke_tokens_issued_before/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"}}];
return false;
}
}
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.grants !== undefined){
let data10 = data.grants;
const _errs22 = errors;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
validate21.errors = [{instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: schema6.properties.grants.type}}];
return false;
}
if(errors === _errs22){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
const _errs24 = errors;
if(typeof key1 === "string"){
if(func3(key1) > 64){
const err0 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames/maxLength",keyword:"maxLength",params:{limit: 64},propertyName:key1};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(func3(key1) < 1){
const err1 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key1};
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
var valid3 = _errs24 === errors;
if(!valid3){
const err2 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
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
if(valid3){
for(const key2 in data10){
let data11 = data10[key2];
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data11)){
var valid5 = true;
const len1 = data11.length;
for(let i2=0; i2<len1; i2++){
let data12 = data11[i2];
const _errs28 = errors;
if(errors === _errs28){
if(typeof data12 === "string"){
if(func3(data12) > 255){
validate21.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/properties/grants/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data12) < 1){
validate21.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/properties/grants/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/properties/grants/additionalProperties/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs28 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i3 = data11.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data11[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate21.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grants/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices1[item1] = i3;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grants/additionalProperties/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid4 = _errs26 === errors;
if(!valid4){
break;
}
}
}
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.file_upload_config !== undefined){
const _errs30 = errors;
if(!(validate22(data.file_upload_config, {instancePath:instancePath+"/file_upload_config",parentData:data,parentDataProperty:"file_upload_config",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_upload_config !== undefined){
const _errs31 = errors;
if(!(validate22(data.image_upload_config, {instancePath:instancePath+"/image_upload_config",parentData:data,parentDataProperty:"image_upload_config",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cdn_expiration_seconds !== undefined){
let data15 = data.cdn_expiration_seconds;
const _errs32 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate21.errors = [{instancePath:instancePath+"/cdn_expiration_seconds",schemaPath:"#/properties/cdn_expiration_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs32){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1209600 || isNaN(data15)){
validate21.errors = [{instancePath:instancePath+"/cdn_expiration_seconds",schemaPath:"#/properties/cdn_expiration_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1209600}}];
return false;
}
else {
if(data15 < 14400 || isNaN(data15)){
validate21.errors = [{instancePath:instancePath+"/cdn_expiration_seconds",schemaPath:"#/properties/cdn_expiration_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 14400}}];
return false;
}
}
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.async_url_enrich_enabled !== undefined){
const _errs34 = errors;
if(typeof data.async_url_enrich_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/async_url_enrich_enabled",schemaPath:"#/properties/async_url_enrich_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs34 === errors;
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
if(data.event_hooks !== undefined){
let data18 = data.event_hooks;
const _errs38 = errors;
if(errors === _errs38){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
const _errs40 = errors;
if(typeof key3 === "string"){
if(!pattern1.test(key3)){
const err3 = {instancePath:instancePath+"/event_hooks",schemaPath:"#/properties/event_hooks/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[\\w.-]{1,64}$"},propertyName:key3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid7 = _errs40 === errors;
if(!valid7){
const err4 = {instancePath:instancePath+"/event_hooks",schemaPath:"#/properties/event_hooks/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};
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
if(valid7){
for(const key4 in data18){
const _errs42 = errors;
if(!(validate25(data18[key4], {instancePath:instancePath+"/event_hooks/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data18,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid8 = _errs42 === errors;
if(!valid8){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/event_hooks",schemaPath:"#/properties/event_hooks/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before_message_send_hook_url !== undefined){
let data20 = data.before_message_send_hook_url;
const _errs43 = errors;
if(errors === _errs43){
if(typeof data20 === "string"){
if(!pattern3.test(data20)){
validate21.errors = [{instancePath:instancePath+"/before_message_send_hook_url",schemaPath:"#/properties/before_message_send_hook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/before_message_send_hook_url",schemaPath:"#/properties/before_message_send_hook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before_message_send_hook_attempt_timeout_ms !== undefined){
let data21 = data.before_message_send_hook_attempt_timeout_ms;
const _errs45 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate21.errors = [{instancePath:instancePath+"/before_message_send_hook_attempt_timeout_ms",schemaPath:"#/properties/before_message_send_hook_attempt_timeout_ms/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs45){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
validate21.errors = [{instancePath:instancePath+"/before_message_send_hook_attempt_timeout_ms",schemaPath:"#/properties/before_message_send_hook_attempt_timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom_action_handler_url !== undefined){
let data22 = data.custom_action_handler_url;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data22 === "string"){
if(!pattern3.test(data22)){
validate21.errors = [{instancePath:instancePath+"/custom_action_handler_url",schemaPath:"#/properties/custom_action_handler_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/custom_action_handler_url",schemaPath:"#/properties/custom_action_handler_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enable_hook_payload_compression !== undefined){
const _errs49 = errors;
if(typeof data.enable_hook_payload_compression !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/enable_hook_payload_compression",schemaPath:"#/properties/enable_hook_payload_compression/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_webhook_url !== undefined){
let data24 = data.moderation_webhook_url;
const _errs51 = errors;
if(errors === _errs51){
if(typeof data24 === "string"){
if(!pattern3.test(data24)){
validate21.errors = [{instancePath:instancePath+"/moderation_webhook_url",schemaPath:"#/properties/moderation_webhook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_webhook_url",schemaPath:"#/properties/moderation_webhook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.webhook_url !== undefined){
let data25 = data.webhook_url;
const _errs53 = errors;
if(errors === _errs53){
if(typeof data25 === "string"){
if(!pattern3.test(data25)){
validate21.errors = [{instancePath:instancePath+"/webhook_url",schemaPath:"#/properties/webhook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/webhook_url",schemaPath:"#/properties/webhook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs53 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.webhook_events !== undefined){
let data26 = data.webhook_events;
const _errs55 = errors;
if((!(Array.isArray(data26))) && (data26 !== null)){
validate21.errors = [{instancePath:instancePath+"/webhook_events",schemaPath:"#/properties/webhook_events/type",keyword:"type",params:{type: schema6.properties.webhook_events.type}}];
return false;
}
if(errors === _errs55){
if(Array.isArray(data26)){
var valid9 = true;
const len2 = data26.length;
for(let i4=0; i4<len2; i4++){
let data27 = data26[i4];
const _errs57 = errors;
if(errors === _errs57){
if(typeof data27 === "string"){
if(func3(data27) < 1){
validate21.errors = [{instancePath:instancePath+"/webhook_events/" + i4,schemaPath:"#/properties/webhook_events/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/webhook_events/" + i4,schemaPath:"#/properties/webhook_events/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid9 = _errs57 === errors;
if(!valid9){
break;
}
}
if(valid9){
let i5 = data26.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data26[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate21.errors = [{instancePath:instancePath+"/webhook_events",schemaPath:"#/properties/webhook_events/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices2[item2] = i5;
}
}
}
}
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_url !== undefined){
let data28 = data.sqs_url;
const _errs59 = errors;
if(errors === _errs59){
if(typeof data28 === "string"){
if(!pattern3.test(data28)){
validate21.errors = [{instancePath:instancePath+"/sqs_url",schemaPath:"#/properties/sqs_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/sqs_url",schemaPath:"#/properties/sqs_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs59 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_key !== undefined){
const _errs61 = errors;
if(typeof data.sqs_key !== "string"){
validate21.errors = [{instancePath:instancePath+"/sqs_key",schemaPath:"#/properties/sqs_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs61 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_secret !== undefined){
const _errs63 = errors;
if(typeof data.sqs_secret !== "string"){
validate21.errors = [{instancePath:instancePath+"/sqs_secret",schemaPath:"#/properties/sqs_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs63 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_topic_arn !== undefined){
const _errs65 = errors;
if(typeof data.sns_topic_arn !== "string"){
validate21.errors = [{instancePath:instancePath+"/sns_topic_arn",schemaPath:"#/properties/sns_topic_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs65 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_key !== undefined){
const _errs67 = errors;
if(typeof data.sns_key !== "string"){
validate21.errors = [{instancePath:instancePath+"/sns_key",schemaPath:"#/properties/sns_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_secret !== undefined){
const _errs69 = errors;
if(typeof data.sns_secret !== "string"){
validate21.errors = [{instancePath:instancePath+"/sns_secret",schemaPath:"#/properties/sns_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.async_moderation_config !== undefined){
let data34 = data.async_moderation_config;
const _errs71 = errors;
if(errors === _errs71){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
const _errs73 = errors;
for(const key5 in data34){
if(!((key5 === "callback") || (key5 === "timeout_ms"))){
validate21.errors = [{instancePath:instancePath+"/async_moderation_config",schemaPath:"#/properties/async_moderation_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs73 === errors){
if(data34.callback !== undefined){
let data35 = data34.callback;
const _errs74 = errors;
if(errors === _errs74){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
const _errs76 = errors;
for(const key6 in data35){
if(!((key6 === "mode") || (key6 === "server_url"))){
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/callback",schemaPath:"#/properties/async_moderation_config/properties/callback/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs76 === errors){
if(data35.mode !== undefined){
let data36 = data35.mode;
const _errs77 = errors;
if(typeof data36 !== "string"){
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/callback/mode",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data36 === "CALLBACK_MODE_NONE") || (data36 === "CALLBACK_MODE_REST")) || (data36 === "CALLBACK_MODE_TWIRP"))){
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/callback/mode",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/mode/enum",keyword:"enum",params:{allowedValues: schema6.properties.async_moderation_config.properties.callback.properties.mode.enum}}];
return false;
}
var valid12 = _errs77 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data35.server_url !== undefined){
let data37 = data35.server_url;
const _errs79 = errors;
if(errors === _errs79){
if(typeof data37 === "string"){
if(!pattern3.test(data37)){
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/callback/server_url",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/server_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/callback/server_url",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/server_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid12 = _errs79 === errors;
}
else {
var valid12 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/callback",schemaPath:"#/properties/async_moderation_config/properties/callback/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid11 = _errs74 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data34.timeout_ms !== undefined){
let data38 = data34.timeout_ms;
const _errs81 = errors;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/timeout_ms",schemaPath:"#/properties/async_moderation_config/properties/timeout_ms/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs81){
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 < 0 || isNaN(data38)){
validate21.errors = [{instancePath:instancePath+"/async_moderation_config/timeout_ms",schemaPath:"#/properties/async_moderation_config/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid11 = _errs81 === errors;
}
else {
var valid11 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/async_moderation_config",schemaPath:"#/properties/async_moderation_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs71 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders_interval !== undefined){
let data39 = data.reminders_interval;
const _errs83 = errors;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
validate21.errors = [{instancePath:instancePath+"/reminders_interval",schemaPath:"#/properties/reminders_interval/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs83){
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 86400 || isNaN(data39)){
validate21.errors = [{instancePath:instancePath+"/reminders_interval",schemaPath:"#/properties/reminders_interval/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}}];
return false;
}
else {
if(data39 < 60 || isNaN(data39)){
validate21.errors = [{instancePath:instancePath+"/reminders_interval",schemaPath:"#/properties/reminders_interval/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}}];
return false;
}
}
}
}
var valid0 = _errs83 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders_max_members !== undefined){
let data40 = data.reminders_max_members;
const _errs85 = errors;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
validate21.errors = [{instancePath:instancePath+"/reminders_max_members",schemaPath:"#/properties/reminders_max_members/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs85){
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 2 || isNaN(data40)){
validate21.errors = [{instancePath:instancePath+"/reminders_max_members",schemaPath:"#/properties/reminders_max_members/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}}];
return false;
}
}
}
var valid0 = _errs85 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders_max_per_user !== undefined){
let data41 = data.reminders_max_per_user;
const _errs87 = errors;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
validate21.errors = [{instancePath:instancePath+"/reminders_max_per_user",schemaPath:"#/properties/reminders_max_per_user/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs87){
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 100000 || isNaN(data41)){
validate21.errors = [{instancePath:instancePath+"/reminders_max_per_user",schemaPath:"#/properties/reminders_max_per_user/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}}];
return false;
}
else {
if(data41 < 1 || isNaN(data41)){
validate21.errors = [{instancePath:instancePath+"/reminders_max_per_user",schemaPath:"#/properties/reminders_max_per_user/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs87 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_response_time_enabled !== undefined){
const _errs89 = errors;
if(typeof data.user_response_time_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/user_response_time_enabled",schemaPath:"#/properties/user_response_time_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs89 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channel_hide_members_only !== undefined){
const _errs91 = errors;
if(typeof data.channel_hide_members_only !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/channel_hide_members_only",schemaPath:"#/properties/channel_hide_members_only/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs91 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.member_custom_on_messages_enabled !== undefined){
const _errs93 = errors;
if(typeof data.member_custom_on_messages_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/member_custom_on_messages_enabled",schemaPath:"#/properties/member_custom_on_messages_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs93 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.push_config !== undefined){
let data45 = data.push_config;
const _errs95 = errors;
if(errors === _errs95){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing0;
if((data45.version === undefined) && (missing0 = "version")){
validate21.errors = [{instancePath:instancePath+"/push_config",schemaPath:"#/properties/push_config/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs97 = errors;
for(const key7 in data45){
if(!((key7 === "version") || (key7 === "offline_only"))){
validate21.errors = [{instancePath:instancePath+"/push_config",schemaPath:"#/properties/push_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs97 === errors){
if(data45.version !== undefined){
let data46 = data45.version;
const _errs98 = errors;
if(typeof data46 !== "string"){
validate21.errors = [{instancePath:instancePath+"/push_config/version",schemaPath:"#/properties/push_config/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data46 === "v1") || (data46 === "v2")) || (data46 === "v3"))){
validate21.errors = [{instancePath:instancePath+"/push_config/version",schemaPath:"#/properties/push_config/properties/version/enum",keyword:"enum",params:{allowedValues: schema6.properties.push_config.properties.version.enum}}];
return false;
}
var valid13 = _errs98 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data45.offline_only !== undefined){
const _errs100 = errors;
if(typeof data45.offline_only !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/push_config/offline_only",schemaPath:"#/properties/push_config/properties/offline_only/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid13 = _errs100 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/push_config",schemaPath:"#/properties/push_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs95 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.apn_config !== undefined){
let data48 = data.apn_config;
const _errs102 = errors;
if(errors === _errs102){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
const _errs104 = errors;
for(const key8 in data48){
if(!(func2.call(schema6.properties.apn_config.properties, key8))){
validate21.errors = [{instancePath:instancePath+"/apn_config",schemaPath:"#/properties/apn_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs104 === errors){
if(data48.disabled !== undefined){
const _errs105 = errors;
if(typeof data48.disabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/apn_config/disabled",schemaPath:"#/properties/apn_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid14 = _errs105 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.auth_type !== undefined){
let data50 = data48.auth_type;
const _errs107 = errors;
if(typeof data50 !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/auth_type",schemaPath:"#/properties/apn_config/properties/auth_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data50 === "certificate") || (data50 === "token"))){
validate21.errors = [{instancePath:instancePath+"/apn_config/auth_type",schemaPath:"#/properties/apn_config/properties/auth_type/enum",keyword:"enum",params:{allowedValues: schema6.properties.apn_config.properties.auth_type.enum}}];
return false;
}
var valid14 = _errs107 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.auth_key !== undefined){
const _errs109 = errors;
if(typeof data48.auth_key !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/auth_key",schemaPath:"#/properties/apn_config/properties/auth_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs109 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.key_id !== undefined){
const _errs111 = errors;
if(typeof data48.key_id !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/key_id",schemaPath:"#/properties/apn_config/properties/key_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs111 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.team_id !== undefined){
const _errs113 = errors;
if(typeof data48.team_id !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/team_id",schemaPath:"#/properties/apn_config/properties/team_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs113 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.bundle_id !== undefined){
const _errs115 = errors;
if(typeof data48.bundle_id !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/bundle_id",schemaPath:"#/properties/apn_config/properties/bundle_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs115 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.p12_cert !== undefined){
const _errs117 = errors;
if(typeof data48.p12_cert !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/p12_cert",schemaPath:"#/properties/apn_config/properties/p12_cert/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs117 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.development !== undefined){
const _errs119 = errors;
if(typeof data48.development !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/apn_config/development",schemaPath:"#/properties/apn_config/properties/development/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid14 = _errs119 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.host !== undefined){
const _errs121 = errors;
if(typeof data48.host !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/host",schemaPath:"#/properties/apn_config/properties/host/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs121 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data48.notification_template !== undefined){
const _errs123 = errors;
if(typeof data48.notification_template !== "string"){
validate21.errors = [{instancePath:instancePath+"/apn_config/notification_template",schemaPath:"#/properties/apn_config/properties/notification_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs123 === errors;
}
else {
var valid14 = true;
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
validate21.errors = [{instancePath:instancePath+"/apn_config",schemaPath:"#/properties/apn_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs102 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firebase_config !== undefined){
let data59 = data.firebase_config;
const _errs125 = errors;
if(errors === _errs125){
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
const _errs127 = errors;
for(const key9 in data59){
if(!((((((key9 === "disabled") || (key9 === "credentials_json")) || (key9 === "server_key")) || (key9 === "notification_template")) || (key9 === "data_template")) || (key9 === "apn_template"))){
validate21.errors = [{instancePath:instancePath+"/firebase_config",schemaPath:"#/properties/firebase_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs127 === errors){
if(data59.disabled !== undefined){
const _errs128 = errors;
if(typeof data59.disabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/firebase_config/disabled",schemaPath:"#/properties/firebase_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid15 = _errs128 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data59.credentials_json !== undefined){
const _errs130 = errors;
if(typeof data59.credentials_json !== "string"){
validate21.errors = [{instancePath:instancePath+"/firebase_config/credentials_json",schemaPath:"#/properties/firebase_config/properties/credentials_json/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs130 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data59.server_key !== undefined){
const _errs132 = errors;
if(typeof data59.server_key !== "string"){
validate21.errors = [{instancePath:instancePath+"/firebase_config/server_key",schemaPath:"#/properties/firebase_config/properties/server_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs132 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data59.notification_template !== undefined){
const _errs134 = errors;
if(typeof data59.notification_template !== "string"){
validate21.errors = [{instancePath:instancePath+"/firebase_config/notification_template",schemaPath:"#/properties/firebase_config/properties/notification_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs134 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data59.data_template !== undefined){
const _errs136 = errors;
if(typeof data59.data_template !== "string"){
validate21.errors = [{instancePath:instancePath+"/firebase_config/data_template",schemaPath:"#/properties/firebase_config/properties/data_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs136 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data59.apn_template !== undefined){
const _errs138 = errors;
if(typeof data59.apn_template !== "string"){
validate21.errors = [{instancePath:instancePath+"/firebase_config/apn_template",schemaPath:"#/properties/firebase_config/properties/apn_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs138 === errors;
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
validate21.errors = [{instancePath:instancePath+"/firebase_config",schemaPath:"#/properties/firebase_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs125 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.huawei_config !== undefined){
let data66 = data.huawei_config;
const _errs140 = errors;
if(errors === _errs140){
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
const _errs142 = errors;
for(const key10 in data66){
if(!(((key10 === "disabled") || (key10 === "id")) || (key10 === "secret"))){
validate21.errors = [{instancePath:instancePath+"/huawei_config",schemaPath:"#/properties/huawei_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs142 === errors){
if(data66.disabled !== undefined){
const _errs143 = errors;
if(typeof data66.disabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/huawei_config/disabled",schemaPath:"#/properties/huawei_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid16 = _errs143 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data66.id !== undefined){
const _errs145 = errors;
if(typeof data66.id !== "string"){
validate21.errors = [{instancePath:instancePath+"/huawei_config/id",schemaPath:"#/properties/huawei_config/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs145 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data66.secret !== undefined){
const _errs147 = errors;
if(typeof data66.secret !== "string"){
validate21.errors = [{instancePath:instancePath+"/huawei_config/secret",schemaPath:"#/properties/huawei_config/properties/secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs147 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/huawei_config",schemaPath:"#/properties/huawei_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs140 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.xiaomi_config !== undefined){
let data70 = data.xiaomi_config;
const _errs149 = errors;
if(errors === _errs149){
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
const _errs151 = errors;
for(const key11 in data70){
if(!(((key11 === "disabled") || (key11 === "package_name")) || (key11 === "secret"))){
validate21.errors = [{instancePath:instancePath+"/xiaomi_config",schemaPath:"#/properties/xiaomi_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}}];
return false;
break;
}
}
if(_errs151 === errors){
if(data70.disabled !== undefined){
const _errs152 = errors;
if(typeof data70.disabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/xiaomi_config/disabled",schemaPath:"#/properties/xiaomi_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid17 = _errs152 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data70.package_name !== undefined){
const _errs154 = errors;
if(typeof data70.package_name !== "string"){
validate21.errors = [{instancePath:instancePath+"/xiaomi_config/package_name",schemaPath:"#/properties/xiaomi_config/properties/package_name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs154 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data70.secret !== undefined){
const _errs156 = errors;
if(typeof data70.secret !== "string"){
validate21.errors = [{instancePath:instancePath+"/xiaomi_config/secret",schemaPath:"#/properties/xiaomi_config/properties/secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs156 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/xiaomi_config",schemaPath:"#/properties/xiaomi_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs149 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_enabled !== undefined){
const _errs158 = errors;
if(typeof data.moderation_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_enabled",schemaPath:"#/properties/moderation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs158 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_analytics_enabled !== undefined){
const _errs160 = errors;
if(typeof data.moderation_analytics_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_analytics_enabled",schemaPath:"#/properties/moderation_analytics_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs160 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_onboarding_complete !== undefined){
const _errs162 = errors;
if(typeof data.moderation_onboarding_complete !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_onboarding_complete",schemaPath:"#/properties/moderation_onboarding_complete/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs162 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_dashboard_preferences !== undefined){
let data77 = data.moderation_dashboard_preferences;
const _errs164 = errors;
if(errors === _errs164){
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
const _errs166 = errors;
for(const key12 in data77){
if(!(func2.call(schema6.properties.moderation_dashboard_preferences.properties, key12))){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences",schemaPath:"#/properties/moderation_dashboard_preferences/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}}];
return false;
break;
}
}
if(_errs166 === errors){
if(data77.allowed_moderation_action_reasons !== undefined){
let data78 = data77.allowed_moderation_action_reasons;
const _errs167 = errors;
if(errors === _errs167){
if(Array.isArray(data78)){
var valid19 = true;
const len3 = data78.length;
for(let i6=0; i6<len3; i6++){
let data79 = data78[i6];
const _errs169 = errors;
if(errors === _errs169){
if(typeof data79 === "string"){
if(func3(data79) < 1){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons/" + i6,schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons/" + i6,schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs169 === errors;
if(!valid19){
break;
}
}
if(valid19){
let i7 = data78.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data78[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices3[item3] = i7;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs167 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.async_review_queue_upsert !== undefined){
const _errs171 = errors;
if(typeof data77.async_review_queue_upsert !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/async_review_queue_upsert",schemaPath:"#/properties/moderation_dashboard_preferences/properties/async_review_queue_upsert/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs171 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.block_foreign_cdn_attachments !== undefined){
const _errs173 = errors;
if(typeof data77.block_foreign_cdn_attachments !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/block_foreign_cdn_attachments",schemaPath:"#/properties/moderation_dashboard_preferences/properties/block_foreign_cdn_attachments/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs173 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.custom_views_enabled !== undefined){
const _errs175 = errors;
if(typeof data77.custom_views_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/custom_views_enabled",schemaPath:"#/properties/moderation_dashboard_preferences/properties/custom_views_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs175 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.disable_audit_logs !== undefined){
const _errs177 = errors;
if(typeof data77.disable_audit_logs !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/disable_audit_logs",schemaPath:"#/properties/moderation_dashboard_preferences/properties/disable_audit_logs/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs177 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.disable_flagging_reviewed_entity !== undefined){
const _errs179 = errors;
if(typeof data77.disable_flagging_reviewed_entity !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/disable_flagging_reviewed_entity",schemaPath:"#/properties/moderation_dashboard_preferences/properties/disable_flagging_reviewed_entity/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs179 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.escalation_queue_enabled !== undefined){
const _errs181 = errors;
if(typeof data77.escalation_queue_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_queue_enabled",schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_queue_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs181 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.escalation_reasons !== undefined){
let data86 = data77.escalation_reasons;
const _errs183 = errors;
if(errors === _errs183){
if(Array.isArray(data86)){
var valid21 = true;
const len4 = data86.length;
for(let i8=0; i8<len4; i8++){
let data87 = data86[i8];
const _errs185 = errors;
if(errors === _errs185){
if(typeof data87 === "string"){
if(func3(data87) < 1){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons/" + i8,schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons/" + i8,schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid21 = _errs185 === errors;
if(!valid21){
break;
}
}
if(valid21){
let i9 = data86.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data86[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4}}];
return false;
break;
}
indices4[item4] = i9;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs183 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.filterable_custom_keys !== undefined){
let data88 = data77.filterable_custom_keys;
const _errs187 = errors;
if(errors === _errs187){
if(Array.isArray(data88)){
var valid23 = true;
const len5 = data88.length;
for(let i10=0; i10<len5; i10++){
let data89 = data88[i10];
const _errs189 = errors;
if(errors === _errs189){
if(typeof data89 === "string"){
if(func3(data89) < 1){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys/" + i10,schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys/" + i10,schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid23 = _errs189 === errors;
if(!valid23){
break;
}
}
if(valid23){
let i11 = data88.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data88[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys",schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}}];
return false;
break;
}
indices5[item5] = i11;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys",schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs187 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.flag_user_on_flagged_content !== undefined){
const _errs191 = errors;
if(typeof data77.flag_user_on_flagged_content !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/flag_user_on_flagged_content",schemaPath:"#/properties/moderation_dashboard_preferences/properties/flag_user_on_flagged_content/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs191 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.include_attachment_payload !== undefined){
const _errs193 = errors;
if(typeof data77.include_attachment_payload !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/include_attachment_payload",schemaPath:"#/properties/moderation_dashboard_preferences/properties/include_attachment_payload/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs193 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.keyframe_classifications_map !== undefined){
let data92 = data77.keyframe_classifications_map;
const _errs195 = errors;
if(errors === _errs195){
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
for(const key13 in data92){
let data93 = data92[key13];
const _errs198 = errors;
if(errors === _errs198){
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
for(const key14 in data93){
const _errs201 = errors;
if(typeof data93[key14] !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/keyframe_classifications_map/" + key13.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/moderation_dashboard_preferences/properties/keyframe_classifications_map/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid26 = _errs201 === errors;
if(!valid26){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/keyframe_classifications_map/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/moderation_dashboard_preferences/properties/keyframe_classifications_map/additionalProperties/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid25 = _errs198 === errors;
if(!valid25){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/keyframe_classifications_map",schemaPath:"#/properties/moderation_dashboard_preferences/properties/keyframe_classifications_map/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid18 = _errs195 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.media_queue_blur_enabled !== undefined){
const _errs203 = errors;
if(typeof data77.media_queue_blur_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/media_queue_blur_enabled",schemaPath:"#/properties/moderation_dashboard_preferences/properties/media_queue_blur_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs203 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data77.overview_dashboard !== undefined){
let data96 = data77.overview_dashboard;
const _errs205 = errors;
if(errors === _errs205){
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
const _errs207 = errors;
for(const key15 in data96){
if(!((key15 === "default_date_range_days") || (key15 === "visible_charts"))){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}}];
return false;
break;
}
}
if(_errs207 === errors){
if(data96.default_date_range_days !== undefined){
let data97 = data96.default_date_range_days;
const _errs208 = errors;
if(!(((typeof data97 == "number") && (!(data97 % 1) && !isNaN(data97))) && (isFinite(data97)))){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/default_date_range_days",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/default_date_range_days/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid27 = _errs208 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data96.visible_charts !== undefined){
let data98 = data96.visible_charts;
const _errs210 = errors;
if(errors === _errs210){
if(Array.isArray(data98)){
var valid28 = true;
const len6 = data98.length;
for(let i12=0; i12<len6; i12++){
let data99 = data98[i12];
const _errs212 = errors;
if(errors === _errs212){
if(typeof data99 === "string"){
if(func3(data99) < 1){
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts/" + i12,schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts/" + i12,schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid28 = _errs212 === errors;
if(!valid28){
break;
}
}
if(valid28){
let i13 = data98.length;
let j6;
if(i13 > 1){
const indices6 = {};
for(;i13--;){
let item6 = data98[i13];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6}}];
return false;
break;
}
indices6[item6] = i13;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid27 = _errs210 === errors;
}
else {
var valid27 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid18 = _errs205 === errors;
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
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences",schemaPath:"#/properties/moderation_dashboard_preferences/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs164 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_s3_image_access_role_arn !== undefined){
const _errs214 = errors;
if(typeof data.moderation_s3_image_access_role_arn !== "string"){
validate21.errors = [{instancePath:instancePath+"/moderation_s3_image_access_role_arn",schemaPath:"#/properties/moderation_s3_image_access_role_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs214 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allowed_flag_reasons !== undefined){
let data101 = data.allowed_flag_reasons;
const _errs216 = errors;
if(errors === _errs216){
if(Array.isArray(data101)){
var valid30 = true;
const len7 = data101.length;
for(let i14=0; i14<len7; i14++){
let data102 = data101[i14];
const _errs218 = errors;
if(errors === _errs218){
if(typeof data102 === "string"){
if(func3(data102) < 1){
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons/" + i14,schemaPath:"#/properties/allowed_flag_reasons/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons/" + i14,schemaPath:"#/properties/allowed_flag_reasons/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid30 = _errs218 === errors;
if(!valid30){
break;
}
}
if(valid30){
let i15 = data101.length;
let j7;
if(i15 > 1){
const indices7 = {};
for(;i15--;){
let item7 = data101[i15];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons",schemaPath:"#/properties/allowed_flag_reasons/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j7}}];
return false;
break;
}
indices7[item7] = i15;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/allowed_flag_reasons",schemaPath:"#/properties/allowed_flag_reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs216 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_moderation_enabled !== undefined){
const _errs220 = errors;
if(typeof data.image_moderation_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/image_moderation_enabled",schemaPath:"#/properties/image_moderation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs220 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_moderation_labels !== undefined){
let data104 = data.image_moderation_labels;
const _errs222 = errors;
if(errors === _errs222){
if(Array.isArray(data104)){
var valid32 = true;
const len8 = data104.length;
for(let i16=0; i16<len8; i16++){
let data105 = data104[i16];
const _errs224 = errors;
if(errors === _errs224){
if(typeof data105 === "string"){
if(func3(data105) < 1){
validate21.errors = [{instancePath:instancePath+"/image_moderation_labels/" + i16,schemaPath:"#/properties/image_moderation_labels/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/image_moderation_labels/" + i16,schemaPath:"#/properties/image_moderation_labels/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid32 = _errs224 === errors;
if(!valid32){
break;
}
}
if(valid32){
let i17 = data104.length;
let j8;
if(i17 > 1){
const indices8 = {};
for(;i17--;){
let item8 = data104[i17];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
validate21.errors = [{instancePath:instancePath+"/image_moderation_labels",schemaPath:"#/properties/image_moderation_labels/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j8}}];
return false;
break;
}
indices8[item8] = i17;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/image_moderation_labels",schemaPath:"#/properties/image_moderation_labels/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs222 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_moderation_block_labels !== undefined){
let data106 = data.image_moderation_block_labels;
const _errs226 = errors;
if(errors === _errs226){
if(Array.isArray(data106)){
var valid34 = true;
const len9 = data106.length;
for(let i18=0; i18<len9; i18++){
let data107 = data106[i18];
const _errs228 = errors;
if(errors === _errs228){
if(typeof data107 === "string"){
if(func3(data107) < 1){
validate21.errors = [{instancePath:instancePath+"/image_moderation_block_labels/" + i18,schemaPath:"#/properties/image_moderation_block_labels/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/image_moderation_block_labels/" + i18,schemaPath:"#/properties/image_moderation_block_labels/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid34 = _errs228 === errors;
if(!valid34){
break;
}
}
if(valid34){
let i19 = data106.length;
let j9;
if(i19 > 1){
const indices9 = {};
for(;i19--;){
let item9 = data106[i19];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
validate21.errors = [{instancePath:instancePath+"/image_moderation_block_labels",schemaPath:"#/properties/image_moderation_block_labels/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j9}}];
return false;
break;
}
indices9[item9] = i19;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/image_moderation_block_labels",schemaPath:"#/properties/image_moderation_block_labels/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs226 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.chat_primary_use_case !== undefined){
let data108 = data.chat_primary_use_case;
const _errs230 = errors;
if(typeof data108 !== "string"){
validate21.errors = [{instancePath:instancePath+"/chat_primary_use_case",schemaPath:"#/properties/chat_primary_use_case/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((((((data108 === "messaging") || (data108 === "customer-support")) || (data108 === "community")) || (data108 === "marketplace")) || (data108 === "gaming")) || (data108 === "telehealth")) || (data108 === "on-demand")) || (data108 === "workforce-management")) || (data108 === "dating")) || (data108 === "education")) || (data108 === "financial")) || (data108 === "sports")) || (data108 === "real-money-gaming"))){
validate21.errors = [{instancePath:instancePath+"/chat_primary_use_case",schemaPath:"#/properties/chat_primary_use_case/enum",keyword:"enum",params:{allowedValues: schema6.properties.chat_primary_use_case.enum}}];
return false;
}
var valid0 = _errs230 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.video_primary_use_case !== undefined){
let data109 = data.video_primary_use_case;
const _errs232 = errors;
if(typeof data109 !== "string"){
validate21.errors = [{instancePath:instancePath+"/video_primary_use_case",schemaPath:"#/properties/video_primary_use_case/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((data109 === "video-calling") || (data109 === "voice-calling")) || (data109 === "livestreaming")) || (data109 === "audio-rooms")) || (data109 === "ai-agents")) || (data109 === "live-shopping")) || (data109 === "other"))){
validate21.errors = [{instancePath:instancePath+"/video_primary_use_case",schemaPath:"#/properties/video_primary_use_case/enum",keyword:"enum",params:{allowedValues: schema6.properties.video_primary_use_case.enum}}];
return false;
}
var valid0 = _errs232 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.activity_metrics_config !== undefined){
let data110 = data.activity_metrics_config;
const _errs234 = errors;
if(errors === _errs234){
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
for(const key16 in data110){
let data111 = data110[key16];
const _errs237 = errors;
if(!(((typeof data111 == "number") && (!(data111 % 1) && !isNaN(data111))) && (isFinite(data111)))){
validate21.errors = [{instancePath:instancePath+"/activity_metrics_config/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/activity_metrics_config/additionalProperties/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid36 = _errs237 === errors;
if(!valid36){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/activity_metrics_config",schemaPath:"#/properties/activity_metrics_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs234 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_aggregated_activities_length !== undefined){
let data112 = data.max_aggregated_activities_length;
const _errs239 = errors;
if(!(((typeof data112 == "number") && (!(data112 % 1) && !isNaN(data112))) && (isFinite(data112)))){
validate21.errors = [{instancePath:instancePath+"/max_aggregated_activities_length",schemaPath:"#/properties/max_aggregated_activities_length/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs239){
if((typeof data112 == "number") && (isFinite(data112))){
if(data112 < 0 || isNaN(data112)){
validate21.errors = [{instancePath:instancePath+"/max_aggregated_activities_length",schemaPath:"#/properties/max_aggregated_activities_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs239 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feed_audit_logs_enabled !== undefined){
const _errs241 = errors;
if(typeof data.feed_audit_logs_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/feed_audit_logs_enabled",schemaPath:"#/properties/feed_audit_logs_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs241 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feeds_moderation_enabled !== undefined){
const _errs243 = errors;
if(typeof data.feeds_moderation_enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/feeds_moderation_enabled",schemaPath:"#/properties/feeds_moderation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs243 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feeds_v2_region !== undefined){
const _errs245 = errors;
if(typeof data.feeds_v2_region !== "string"){
validate21.errors = [{instancePath:instancePath+"/feeds_v2_region",schemaPath:"#/properties/feeds_v2_region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs245 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.datadog_info !== undefined){
let data116 = data.datadog_info;
const _errs247 = errors;
if(errors === _errs247){
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
const _errs249 = errors;
for(const key17 in data116){
if(!(((key17 === "enabled") || (key17 === "site")) || (key17 === "api_key"))){
validate21.errors = [{instancePath:instancePath+"/datadog_info",schemaPath:"#/properties/datadog_info/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];
return false;
break;
}
}
if(_errs249 === errors){
if(data116.enabled !== undefined){
const _errs250 = errors;
if(typeof data116.enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/datadog_info/enabled",schemaPath:"#/properties/datadog_info/properties/enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid37 = _errs250 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data116.site !== undefined){
const _errs252 = errors;
if(typeof data116.site !== "string"){
validate21.errors = [{instancePath:instancePath+"/datadog_info/site",schemaPath:"#/properties/datadog_info/properties/site/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid37 = _errs252 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data116.api_key !== undefined){
const _errs254 = errors;
if(typeof data116.api_key !== "string"){
validate21.errors = [{instancePath:instancePath+"/datadog_info/api_key",schemaPath:"#/properties/datadog_info/properties/api_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid37 = _errs254 === errors;
}
else {
var valid37 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/datadog_info",schemaPath:"#/properties/datadog_info/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs247 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.extra !== undefined){
let data120 = data.extra;
const _errs256 = errors;
if(errors === _errs256){
if(data120 && typeof data120 == "object" && !Array.isArray(data120)){
}
else {
validate21.errors = [{instancePath:instancePath+"/extra",schemaPath:"#/properties/extra/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs256 === errors;
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

