"use strict";
exports.body = validate10;
const schema11 = {"$id":"https://chat-config.dev/schemas/app.schema.json","type":"object","properties":{"disable_auth_checks":{"type":"boolean"},"disable_permissions_checks":{"type":"boolean"},"permission_version":{"type":"string","enum":["v1","v2"]},"migrate_permissions_to_v2":{"type":"boolean"},"multi_tenant_enabled":{"type":"boolean"},"enforce_unique_usernames":{"type":"string","enum":["no","app","team"]},"guest_user_creation_disabled":{"type":"boolean"},"user_search_disallowed_roles":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100},"maxItems":10,"uniqueItems":true},"revoke_tokens_issued_before":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$","format":"date-time"},"grants":{"type":["object","null"],"propertyNames":{"minLength":1,"maxLength":64},"additionalProperties":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255},"uniqueItems":true}},"file_upload_config":{"$ref":"#/definitions/upload_config"},"image_upload_config":{"$ref":"#/definitions/upload_config"},"cdn_expiration_seconds":{"type":"integer","minimum":14400,"maximum":1209600},"async_url_enrich_enabled":{"type":"boolean"},"auto_translation_enabled":{"type":"boolean"},"event_hooks":{"type":"object","propertyNames":{"pattern":"^[\\w.-]{1,64}$"},"additionalProperties":{"$ref":"#/definitions/event_hook"}},"before_message_send_hook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"before_message_send_hook_attempt_timeout_ms":{"type":"integer","minimum":0},"custom_action_handler_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"enable_hook_payload_compression":{"type":"boolean"},"moderation_webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"webhook_events":{"type":["array","null"],"items":{"type":"string","minLength":1},"uniqueItems":true},"sqs_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"sqs_key":{"type":"string"},"sqs_secret":{"type":"string"},"sns_topic_arn":{"type":"string"},"sns_key":{"type":"string"},"sns_secret":{"type":"string"},"async_moderation_config":{"type":"object","properties":{"callback":{"type":"object","properties":{"mode":{"type":"string","enum":["CALLBACK_MODE_NONE","CALLBACK_MODE_REST","CALLBACK_MODE_TWIRP"]},"server_url":{"type":"string","pattern":"^(https?://\\S+)?$"}},"additionalProperties":false},"timeout_ms":{"type":"integer","minimum":0}},"additionalProperties":false},"reminders_interval":{"type":"integer","minimum":60,"maximum":86400},"reminders_max_members":{"type":"integer","minimum":2},"reminders_max_per_user":{"type":"integer","minimum":1,"maximum":100000},"user_response_time_enabled":{"type":"boolean"},"channel_hide_members_only":{"type":"boolean"},"member_custom_on_messages_enabled":{"type":"boolean"},"push_config":{"type":"object","required":["version"],"properties":{"version":{"type":"string","enum":["v1","v2","v3"]},"offline_only":{"type":"boolean"}},"additionalProperties":false},"apn_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"auth_type":{"type":"string","enum":["certificate","token"]},"auth_key":{"type":"string"},"key_id":{"type":"string"},"team_id":{"type":"string"},"bundle_id":{"type":"string"},"p12_cert":{"type":"string"},"development":{"type":"boolean"},"host":{"type":"string"},"notification_template":{"type":"string"}},"additionalProperties":false},"firebase_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"credentials_json":{"type":"string"},"server_key":{"type":"string"},"notification_template":{"type":"string"},"data_template":{"type":"string"},"apn_template":{"type":"string"}},"additionalProperties":false},"huawei_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"id":{"type":"string"},"secret":{"type":"string"}},"additionalProperties":false},"xiaomi_config":{"type":"object","properties":{"disabled":{"type":"boolean"},"package_name":{"type":"string"},"secret":{"type":"string"}},"additionalProperties":false},"moderation_enabled":{"type":"boolean"},"moderation_analytics_enabled":{"type":"boolean"},"moderation_onboarding_complete":{"type":"boolean"},"moderation_dashboard_preferences":{"type":"object","properties":{"allowed_moderation_action_reasons":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"async_review_queue_upsert":{"type":"boolean"},"block_foreign_cdn_attachments":{"type":"boolean"},"custom_views_enabled":{"type":"boolean"},"disable_audit_logs":{"type":"boolean"},"disable_flagging_reviewed_entity":{"type":"boolean"},"escalation_queue_enabled":{"type":"boolean"},"escalation_reasons":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"filterable_custom_keys":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"flag_user_on_flagged_content":{"type":"boolean"},"include_attachment_payload":{"type":"boolean"},"keyframe_classifications_map":{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"boolean"}}},"media_queue_blur_enabled":{"type":"boolean"},"overview_dashboard":{"type":"object","properties":{"default_date_range_days":{"type":"integer"},"visible_charts":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false}},"additionalProperties":false},"moderation_s3_image_access_role_arn":{"type":"string"},"allowed_flag_reasons":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"image_moderation_enabled":{"type":"boolean"},"image_moderation_labels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"image_moderation_block_labels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"chat_primary_use_case":{"type":"string","enum":["messaging","customer-support","community","marketplace","gaming","telehealth","on-demand","workforce-management","dating","education","financial","sports","real-money-gaming"]},"video_primary_use_case":{"type":"string","enum":["video-calling","voice-calling","livestreaming","audio-rooms","ai-agents","live-shopping","other"]},"activity_metrics_config":{"type":"object","additionalProperties":{"type":"integer"}},"max_aggregated_activities_length":{"type":"integer","minimum":0},"feed_audit_logs_enabled":{"type":"boolean"},"feeds_moderation_enabled":{"type":"boolean"},"feeds_v2_region":{"type":"string"},"datadog_info":{"type":"object","properties":{"enabled":{"type":"boolean"},"site":{"type":"string"},"api_key":{"type":"string"}},"additionalProperties":false},"extra":{"type":"object","additionalProperties":true}},"additionalProperties":false,"definitions":{"upload_config":{"type":"object","properties":{"size_limit":{"type":"integer","minimum":0,"maximum":104857600},"allowed_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"allowed_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false},"event_hook":{"type":["object","null"],"required":["hook_type"],"properties":{"hook_type":{"type":"string","enum":["webhook","sqs","sns","pending_message"]},"id":{"type":"string","pattern":"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"},"product":{"type":"string","enum":["all","chat","video","moderation","feeds"]},"enabled":{"type":"boolean"},"event_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"timeout_ms":{"type":"integer","minimum":0},"callback":{"type":"object","properties":{"mode":{"type":"string","enum":["CALLBACK_MODE_NONE","CALLBACK_MODE_REST","CALLBACK_MODE_TWIRP"]},"server_url":{"type":"string","pattern":"^(https?://\\S+)?$"}},"additionalProperties":false},"sqs_queue_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"sqs_region":{"type":"string"},"sqs_auth_type":{"type":"string","enum":["keys","resource","role"]},"sqs_key":{"type":"string"},"sqs_secret":{"type":"string"},"sqs_role_arn":{"type":"string"},"sns_topic_arn":{"type":"string"},"sns_region":{"type":"string"},"sns_auth_type":{"type":"string","enum":["keys","resource","role"]},"sns_key":{"type":"string"},"sns_secret":{"type":"string"},"sns_role_arn":{"type":"string"},"sns_event_based_message_group_id_enabled":{"type":"boolean"},"should_send_custom_events":{"type":"boolean"},"failover_config":{"type":"object","properties":{"type":{"type":"string"},"gcs_bucket":{"type":"string"},"gcs_path":{"type":"string"},"gcs_credentials":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false}}};
const schema12 = {"type":"object","properties":{"size_limit":{"type":"integer","minimum":0,"maximum":104857600},"allowed_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_file_extensions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"allowed_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocked_mime_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false};
const schema14 = {"type":["object","null"],"required":["hook_type"],"properties":{"hook_type":{"type":"string","enum":["webhook","sqs","sns","pending_message"]},"id":{"type":"string","pattern":"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"},"product":{"type":"string","enum":["all","chat","video","moderation","feeds"]},"enabled":{"type":"boolean"},"event_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"webhook_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"timeout_ms":{"type":"integer","minimum":0},"callback":{"type":"object","properties":{"mode":{"type":"string","enum":["CALLBACK_MODE_NONE","CALLBACK_MODE_REST","CALLBACK_MODE_TWIRP"]},"server_url":{"type":"string","pattern":"^(https?://\\S+)?$"}},"additionalProperties":false},"sqs_queue_url":{"type":"string","pattern":"^(https?://\\S+)?$"},"sqs_region":{"type":"string"},"sqs_auth_type":{"type":"string","enum":["keys","resource","role"]},"sqs_key":{"type":"string"},"sqs_secret":{"type":"string"},"sqs_role_arn":{"type":"string"},"sns_topic_arn":{"type":"string"},"sns_region":{"type":"string"},"sns_auth_type":{"type":"string","enum":["keys","resource","role"]},"sns_key":{"type":"string"},"sns_secret":{"type":"string"},"sns_role_arn":{"type":"string"},"sns_event_based_message_group_id_enabled":{"type":"boolean"},"should_send_custom_events":{"type":"boolean"},"failover_config":{"type":"object","properties":{"type":{"type":"string"},"gcs_bucket":{"type":"string"},"gcs_path":{"type":"string"},"gcs_credentials":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$", "u");
const pattern1 = new RegExp("^[\\w.-]{1,64}$", "u");
const pattern2 = new RegExp("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", "u");
const pattern3 = new RegExp("^(https?://\\S+)?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/app.schema.json" */;
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
if(data.disable_auth_checks !== undefined){
const _errs2 = errors;
if(typeof data.disable_auth_checks !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/disable_auth_checks",schemaPath:"#/properties/disable_auth_checks/type",keyword:"type",params:{type: "boolean"}}];
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
validate10.errors = [{instancePath:instancePath+"/disable_permissions_checks",schemaPath:"#/properties/disable_permissions_checks/type",keyword:"type",params:{type: "boolean"}}];
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
validate10.errors = [{instancePath:instancePath+"/permission_version",schemaPath:"#/properties/permission_version/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data2 === "v1") || (data2 === "v2"))){
validate10.errors = [{instancePath:instancePath+"/permission_version",schemaPath:"#/properties/permission_version/enum",keyword:"enum",params:{allowedValues: schema11.properties.permission_version.enum}}];
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
validate10.errors = [{instancePath:instancePath+"/migrate_permissions_to_v2",schemaPath:"#/properties/migrate_permissions_to_v2/type",keyword:"type",params:{type: "boolean"}}];
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
validate10.errors = [{instancePath:instancePath+"/multi_tenant_enabled",schemaPath:"#/properties/multi_tenant_enabled/type",keyword:"type",params:{type: "boolean"}}];
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
validate10.errors = [{instancePath:instancePath+"/enforce_unique_usernames",schemaPath:"#/properties/enforce_unique_usernames/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data5 === "no") || (data5 === "app")) || (data5 === "team"))){
validate10.errors = [{instancePath:instancePath+"/enforce_unique_usernames",schemaPath:"#/properties/enforce_unique_usernames/enum",keyword:"enum",params:{allowedValues: schema11.properties.enforce_unique_usernames.enum}}];
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
validate10.errors = [{instancePath:instancePath+"/guest_user_creation_disabled",schemaPath:"#/properties/guest_user_creation_disabled/type",keyword:"type",params:{type: "boolean"}}];
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
validate10.errors = [{instancePath:instancePath+"/user_search_disallowed_roles",schemaPath:"#/properties/user_search_disallowed_roles/maxItems",keyword:"maxItems",params:{limit: 10}}];
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
validate10.errors = [{instancePath:instancePath+"/user_search_disallowed_roles/" + i0,schemaPath:"#/properties/user_search_disallowed_roles/items/maxLength",keyword:"maxLength",params:{limit: 100}}];
return false;
}
else {
if(func3(data8) < 1){
validate10.errors = [{instancePath:instancePath+"/user_search_disallowed_roles/" + i0,schemaPath:"#/properties/user_search_disallowed_roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/user_search_disallowed_roles/" + i0,schemaPath:"#/properties/user_search_disallowed_roles/items/type",keyword:"type",params:{type: "string"}}];
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
validate10.errors = [{instancePath:instancePath+"/user_search_disallowed_roles",schemaPath:"#/properties/user_search_disallowed_roles/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
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
validate10.errors = [{instancePath:instancePath+"/user_search_disallowed_roles",schemaPath:"#/properties/user_search_disallowed_roles/type",keyword:"type",params:{type: "array"}}];
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
validate10.errors = [{instancePath:instancePath+"/revoke_tokens_issued_before",schemaPath:"#/properties/revoke_tokens_issued_before/type",keyword:"type",params:{type: schema11.properties.revoke_tokens_issued_before.type}}];
return false;
}
if(errors === _errs20){
if(errors === _errs20){
if(typeof data9 === "string"){
if(!pattern0.test(data9)){
validate10.errors = [{instancePath:instancePath+"/revoke_tokens_issued_before",schemaPath:"#/properties/revoke_tokens_issued_before/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"}}];
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
validate10.errors = [{instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: schema11.properties.grants.type}}];
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
validate10.errors = vErrors;
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
validate10.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/properties/grants/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 255}}];
return false;
}
else {
if(func3(data12) < 1){
validate10.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/properties/grants/additionalProperties/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/properties/grants/additionalProperties/items/type",keyword:"type",params:{type: "string"}}];
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
validate10.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grants/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices1[item1] = i3;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/grants/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/grants/additionalProperties/type",keyword:"type",params:{type: "array"}}];
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
let data13 = data.file_upload_config;
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
const _errs33 = errors;
for(const key3 in data13){
if(!(((((key3 === "size_limit") || (key3 === "allowed_file_extensions")) || (key3 === "blocked_file_extensions")) || (key3 === "allowed_mime_types")) || (key3 === "blocked_mime_types"))){
validate10.errors = [{instancePath:instancePath+"/file_upload_config",schemaPath:"#/definitions/upload_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs33 === errors){
if(data13.size_limit !== undefined){
let data14 = data13.size_limit;
const _errs34 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate10.errors = [{instancePath:instancePath+"/file_upload_config/size_limit",schemaPath:"#/definitions/upload_config/properties/size_limit/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs34){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 104857600 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/file_upload_config/size_limit",schemaPath:"#/definitions/upload_config/properties/size_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 104857600}}];
return false;
}
else {
if(data14 < 0 || isNaN(data14)){
validate10.errors = [{instancePath:instancePath+"/file_upload_config/size_limit",schemaPath:"#/definitions/upload_config/properties/size_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid8 = _errs34 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.allowed_file_extensions !== undefined){
let data15 = data13.allowed_file_extensions;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data15)){
var valid9 = true;
const len2 = data15.length;
for(let i4=0; i4<len2; i4++){
let data16 = data15[i4];
const _errs38 = errors;
if(errors === _errs38){
if(typeof data16 === "string"){
if(func3(data16) < 1){
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_file_extensions/" + i4,schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_file_extensions/" + i4,schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid9 = _errs38 === errors;
if(!valid9){
break;
}
}
if(valid9){
let i5 = data15.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data15[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_file_extensions",schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices2[item2] = i5;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_file_extensions",schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid8 = _errs36 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.blocked_file_extensions !== undefined){
let data17 = data13.blocked_file_extensions;
const _errs40 = errors;
if(errors === _errs40){
if(Array.isArray(data17)){
var valid11 = true;
const len3 = data17.length;
for(let i6=0; i6<len3; i6++){
let data18 = data17[i6];
const _errs42 = errors;
if(errors === _errs42){
if(typeof data18 === "string"){
if(func3(data18) < 1){
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_file_extensions/" + i6,schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_file_extensions/" + i6,schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs42 === errors;
if(!valid11){
break;
}
}
if(valid11){
let i7 = data17.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data17[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_file_extensions",schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices3[item3] = i7;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_file_extensions",schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid8 = _errs40 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.allowed_mime_types !== undefined){
let data19 = data13.allowed_mime_types;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data19)){
var valid13 = true;
const len4 = data19.length;
for(let i8=0; i8<len4; i8++){
let data20 = data19[i8];
const _errs46 = errors;
if(errors === _errs46){
if(typeof data20 === "string"){
if(func3(data20) < 1){
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_mime_types/" + i8,schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_mime_types/" + i8,schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid13 = _errs46 === errors;
if(!valid13){
break;
}
}
if(valid13){
let i9 = data19.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data19[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_mime_types",schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4}}];
return false;
break;
}
indices4[item4] = i9;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/allowed_mime_types",schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid8 = _errs44 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.blocked_mime_types !== undefined){
let data21 = data13.blocked_mime_types;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data21)){
var valid15 = true;
const len5 = data21.length;
for(let i10=0; i10<len5; i10++){
let data22 = data21[i10];
const _errs50 = errors;
if(errors === _errs50){
if(typeof data22 === "string"){
if(func3(data22) < 1){
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_mime_types/" + i10,schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_mime_types/" + i10,schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid15 = _errs50 === errors;
if(!valid15){
break;
}
}
if(valid15){
let i11 = data21.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data21[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_mime_types",schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}}];
return false;
break;
}
indices5[item5] = i11;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config/blocked_mime_types",schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid8 = _errs48 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/file_upload_config",schemaPath:"#/definitions/upload_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_upload_config !== undefined){
let data23 = data.image_upload_config;
const _errs52 = errors;
const _errs53 = errors;
if(errors === _errs53){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
const _errs55 = errors;
for(const key4 in data23){
if(!(((((key4 === "size_limit") || (key4 === "allowed_file_extensions")) || (key4 === "blocked_file_extensions")) || (key4 === "allowed_mime_types")) || (key4 === "blocked_mime_types"))){
validate10.errors = [{instancePath:instancePath+"/image_upload_config",schemaPath:"#/definitions/upload_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs55 === errors){
if(data23.size_limit !== undefined){
let data24 = data23.size_limit;
const _errs56 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate10.errors = [{instancePath:instancePath+"/image_upload_config/size_limit",schemaPath:"#/definitions/upload_config/properties/size_limit/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs56){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 104857600 || isNaN(data24)){
validate10.errors = [{instancePath:instancePath+"/image_upload_config/size_limit",schemaPath:"#/definitions/upload_config/properties/size_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 104857600}}];
return false;
}
else {
if(data24 < 0 || isNaN(data24)){
validate10.errors = [{instancePath:instancePath+"/image_upload_config/size_limit",schemaPath:"#/definitions/upload_config/properties/size_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid18 = _errs56 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data23.allowed_file_extensions !== undefined){
let data25 = data23.allowed_file_extensions;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data25)){
var valid19 = true;
const len6 = data25.length;
for(let i12=0; i12<len6; i12++){
let data26 = data25[i12];
const _errs60 = errors;
if(errors === _errs60){
if(typeof data26 === "string"){
if(func3(data26) < 1){
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_file_extensions/" + i12,schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_file_extensions/" + i12,schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs60 === errors;
if(!valid19){
break;
}
}
if(valid19){
let i13 = data25.length;
let j6;
if(i13 > 1){
const indices6 = {};
for(;i13--;){
let item6 = data25[i13];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_file_extensions",schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6}}];
return false;
break;
}
indices6[item6] = i13;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_file_extensions",schemaPath:"#/definitions/upload_config/properties/allowed_file_extensions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs58 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data23.blocked_file_extensions !== undefined){
let data27 = data23.blocked_file_extensions;
const _errs62 = errors;
if(errors === _errs62){
if(Array.isArray(data27)){
var valid21 = true;
const len7 = data27.length;
for(let i14=0; i14<len7; i14++){
let data28 = data27[i14];
const _errs64 = errors;
if(errors === _errs64){
if(typeof data28 === "string"){
if(func3(data28) < 1){
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_file_extensions/" + i14,schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_file_extensions/" + i14,schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid21 = _errs64 === errors;
if(!valid21){
break;
}
}
if(valid21){
let i15 = data27.length;
let j7;
if(i15 > 1){
const indices7 = {};
for(;i15--;){
let item7 = data27[i15];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_file_extensions",schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j7}}];
return false;
break;
}
indices7[item7] = i15;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_file_extensions",schemaPath:"#/definitions/upload_config/properties/blocked_file_extensions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs62 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data23.allowed_mime_types !== undefined){
let data29 = data23.allowed_mime_types;
const _errs66 = errors;
if(errors === _errs66){
if(Array.isArray(data29)){
var valid23 = true;
const len8 = data29.length;
for(let i16=0; i16<len8; i16++){
let data30 = data29[i16];
const _errs68 = errors;
if(errors === _errs68){
if(typeof data30 === "string"){
if(func3(data30) < 1){
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_mime_types/" + i16,schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_mime_types/" + i16,schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid23 = _errs68 === errors;
if(!valid23){
break;
}
}
if(valid23){
let i17 = data29.length;
let j8;
if(i17 > 1){
const indices8 = {};
for(;i17--;){
let item8 = data29[i17];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_mime_types",schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j8}}];
return false;
break;
}
indices8[item8] = i17;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/allowed_mime_types",schemaPath:"#/definitions/upload_config/properties/allowed_mime_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs66 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data23.blocked_mime_types !== undefined){
let data31 = data23.blocked_mime_types;
const _errs70 = errors;
if(errors === _errs70){
if(Array.isArray(data31)){
var valid25 = true;
const len9 = data31.length;
for(let i18=0; i18<len9; i18++){
let data32 = data31[i18];
const _errs72 = errors;
if(errors === _errs72){
if(typeof data32 === "string"){
if(func3(data32) < 1){
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_mime_types/" + i18,schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_mime_types/" + i18,schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid25 = _errs72 === errors;
if(!valid25){
break;
}
}
if(valid25){
let i19 = data31.length;
let j9;
if(i19 > 1){
const indices9 = {};
for(;i19--;){
let item9 = data31[i19];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_mime_types",schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j9}}];
return false;
break;
}
indices9[item9] = i19;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config/blocked_mime_types",schemaPath:"#/definitions/upload_config/properties/blocked_mime_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs70 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/image_upload_config",schemaPath:"#/definitions/upload_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cdn_expiration_seconds !== undefined){
let data33 = data.cdn_expiration_seconds;
const _errs74 = errors;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
validate10.errors = [{instancePath:instancePath+"/cdn_expiration_seconds",schemaPath:"#/properties/cdn_expiration_seconds/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs74){
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 1209600 || isNaN(data33)){
validate10.errors = [{instancePath:instancePath+"/cdn_expiration_seconds",schemaPath:"#/properties/cdn_expiration_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1209600}}];
return false;
}
else {
if(data33 < 14400 || isNaN(data33)){
validate10.errors = [{instancePath:instancePath+"/cdn_expiration_seconds",schemaPath:"#/properties/cdn_expiration_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 14400}}];
return false;
}
}
}
}
var valid0 = _errs74 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.async_url_enrich_enabled !== undefined){
const _errs76 = errors;
if(typeof data.async_url_enrich_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/async_url_enrich_enabled",schemaPath:"#/properties/async_url_enrich_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs76 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.auto_translation_enabled !== undefined){
const _errs78 = errors;
if(typeof data.auto_translation_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/auto_translation_enabled",schemaPath:"#/properties/auto_translation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs78 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event_hooks !== undefined){
let data36 = data.event_hooks;
const _errs80 = errors;
if(errors === _errs80){
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key5 in data36){
const _errs82 = errors;
if(typeof key5 === "string"){
if(!pattern1.test(key5)){
const err3 = {instancePath:instancePath+"/event_hooks",schemaPath:"#/properties/event_hooks/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[\\w.-]{1,64}$"},propertyName:key5};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid27 = _errs82 === errors;
if(!valid27){
const err4 = {instancePath:instancePath+"/event_hooks",schemaPath:"#/properties/event_hooks/propertyNames",keyword:"propertyNames",params:{propertyName: key5}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid27){
for(const key6 in data36){
let data37 = data36[key6];
const _errs84 = errors;
const _errs85 = errors;
if((!(data37 && typeof data37 == "object" && !Array.isArray(data37))) && (data37 !== null)){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/event_hook/type",keyword:"type",params:{type: schema14.type}}];
return false;
}
if(errors === _errs85){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
let missing0;
if((data37.hook_type === undefined) && (missing0 = "hook_type")){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/event_hook/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs87 = errors;
for(const key7 in data37){
if(!(func2.call(schema14.properties, key7))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/event_hook/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs87 === errors){
if(data37.hook_type !== undefined){
let data38 = data37.hook_type;
const _errs88 = errors;
if(typeof data38 !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/hook_type",schemaPath:"#/definitions/event_hook/properties/hook_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data38 === "webhook") || (data38 === "sqs")) || (data38 === "sns")) || (data38 === "pending_message"))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/hook_type",schemaPath:"#/definitions/event_hook/properties/hook_type/enum",keyword:"enum",params:{allowedValues: schema14.properties.hook_type.enum}}];
return false;
}
var valid30 = _errs88 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.id !== undefined){
let data39 = data37.id;
const _errs90 = errors;
if(errors === _errs90){
if(typeof data39 === "string"){
if(!pattern2.test(data39)){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/id",schemaPath:"#/definitions/event_hook/properties/id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/id",schemaPath:"#/definitions/event_hook/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid30 = _errs90 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.product !== undefined){
let data40 = data37.product;
const _errs92 = errors;
if(typeof data40 !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/product",schemaPath:"#/definitions/event_hook/properties/product/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data40 === "all") || (data40 === "chat")) || (data40 === "video")) || (data40 === "moderation")) || (data40 === "feeds"))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/product",schemaPath:"#/definitions/event_hook/properties/product/enum",keyword:"enum",params:{allowedValues: schema14.properties.product.enum}}];
return false;
}
var valid30 = _errs92 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.enabled !== undefined){
const _errs94 = errors;
if(typeof data37.enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/enabled",schemaPath:"#/definitions/event_hook/properties/enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid30 = _errs94 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.event_types !== undefined){
let data42 = data37.event_types;
const _errs96 = errors;
if(errors === _errs96){
if(Array.isArray(data42)){
var valid31 = true;
const len10 = data42.length;
for(let i20=0; i20<len10; i20++){
let data43 = data42[i20];
const _errs98 = errors;
if(errors === _errs98){
if(typeof data43 === "string"){
if(func3(data43) < 1){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_types/" + i20,schemaPath:"#/definitions/event_hook/properties/event_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_types/" + i20,schemaPath:"#/definitions/event_hook/properties/event_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid31 = _errs98 === errors;
if(!valid31){
break;
}
}
if(valid31){
let i21 = data42.length;
let j10;
if(i21 > 1){
const indices10 = {};
for(;i21--;){
let item10 = data42[i21];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_types",schemaPath:"#/definitions/event_hook/properties/event_types/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j10}}];
return false;
break;
}
indices10[item10] = i21;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/event_types",schemaPath:"#/definitions/event_hook/properties/event_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid30 = _errs96 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.webhook_url !== undefined){
let data44 = data37.webhook_url;
const _errs100 = errors;
if(errors === _errs100){
if(typeof data44 === "string"){
if(!pattern3.test(data44)){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/webhook_url",schemaPath:"#/definitions/event_hook/properties/webhook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/webhook_url",schemaPath:"#/definitions/event_hook/properties/webhook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid30 = _errs100 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.timeout_ms !== undefined){
let data45 = data37.timeout_ms;
const _errs102 = errors;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_ms",schemaPath:"#/definitions/event_hook/properties/timeout_ms/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs102){
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 < 0 || isNaN(data45)){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/timeout_ms",schemaPath:"#/definitions/event_hook/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid30 = _errs102 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.callback !== undefined){
let data46 = data37.callback;
const _errs104 = errors;
if(errors === _errs104){
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
const _errs106 = errors;
for(const key8 in data46){
if(!((key8 === "mode") || (key8 === "server_url"))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/callback",schemaPath:"#/definitions/event_hook/properties/callback/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs106 === errors){
if(data46.mode !== undefined){
let data47 = data46.mode;
const _errs107 = errors;
if(typeof data47 !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/callback/mode",schemaPath:"#/definitions/event_hook/properties/callback/properties/mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data47 === "CALLBACK_MODE_NONE") || (data47 === "CALLBACK_MODE_REST")) || (data47 === "CALLBACK_MODE_TWIRP"))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/callback/mode",schemaPath:"#/definitions/event_hook/properties/callback/properties/mode/enum",keyword:"enum",params:{allowedValues: schema14.properties.callback.properties.mode.enum}}];
return false;
}
var valid33 = _errs107 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data46.server_url !== undefined){
let data48 = data46.server_url;
const _errs109 = errors;
if(errors === _errs109){
if(typeof data48 === "string"){
if(!pattern3.test(data48)){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/callback/server_url",schemaPath:"#/definitions/event_hook/properties/callback/properties/server_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/callback/server_url",schemaPath:"#/definitions/event_hook/properties/callback/properties/server_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid33 = _errs109 === errors;
}
else {
var valid33 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/callback",schemaPath:"#/definitions/event_hook/properties/callback/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid30 = _errs104 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sqs_queue_url !== undefined){
let data49 = data37.sqs_queue_url;
const _errs111 = errors;
if(errors === _errs111){
if(typeof data49 === "string"){
if(!pattern3.test(data49)){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_queue_url",schemaPath:"#/definitions/event_hook/properties/sqs_queue_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_queue_url",schemaPath:"#/definitions/event_hook/properties/sqs_queue_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid30 = _errs111 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sqs_region !== undefined){
const _errs113 = errors;
if(typeof data37.sqs_region !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_region",schemaPath:"#/definitions/event_hook/properties/sqs_region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs113 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sqs_auth_type !== undefined){
let data51 = data37.sqs_auth_type;
const _errs115 = errors;
if(typeof data51 !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_auth_type",schemaPath:"#/definitions/event_hook/properties/sqs_auth_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data51 === "keys") || (data51 === "resource")) || (data51 === "role"))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_auth_type",schemaPath:"#/definitions/event_hook/properties/sqs_auth_type/enum",keyword:"enum",params:{allowedValues: schema14.properties.sqs_auth_type.enum}}];
return false;
}
var valid30 = _errs115 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sqs_key !== undefined){
const _errs117 = errors;
if(typeof data37.sqs_key !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_key",schemaPath:"#/definitions/event_hook/properties/sqs_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs117 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sqs_secret !== undefined){
const _errs119 = errors;
if(typeof data37.sqs_secret !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_secret",schemaPath:"#/definitions/event_hook/properties/sqs_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs119 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sqs_role_arn !== undefined){
const _errs121 = errors;
if(typeof data37.sqs_role_arn !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sqs_role_arn",schemaPath:"#/definitions/event_hook/properties/sqs_role_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs121 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sns_topic_arn !== undefined){
const _errs123 = errors;
if(typeof data37.sns_topic_arn !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_topic_arn",schemaPath:"#/definitions/event_hook/properties/sns_topic_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs123 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sns_region !== undefined){
const _errs125 = errors;
if(typeof data37.sns_region !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_region",schemaPath:"#/definitions/event_hook/properties/sns_region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs125 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sns_auth_type !== undefined){
let data57 = data37.sns_auth_type;
const _errs127 = errors;
if(typeof data57 !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_auth_type",schemaPath:"#/definitions/event_hook/properties/sns_auth_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data57 === "keys") || (data57 === "resource")) || (data57 === "role"))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_auth_type",schemaPath:"#/definitions/event_hook/properties/sns_auth_type/enum",keyword:"enum",params:{allowedValues: schema14.properties.sns_auth_type.enum}}];
return false;
}
var valid30 = _errs127 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sns_key !== undefined){
const _errs129 = errors;
if(typeof data37.sns_key !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_key",schemaPath:"#/definitions/event_hook/properties/sns_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs129 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sns_secret !== undefined){
const _errs131 = errors;
if(typeof data37.sns_secret !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_secret",schemaPath:"#/definitions/event_hook/properties/sns_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs131 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sns_role_arn !== undefined){
const _errs133 = errors;
if(typeof data37.sns_role_arn !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_role_arn",schemaPath:"#/definitions/event_hook/properties/sns_role_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs133 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.sns_event_based_message_group_id_enabled !== undefined){
const _errs135 = errors;
if(typeof data37.sns_event_based_message_group_id_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/sns_event_based_message_group_id_enabled",schemaPath:"#/definitions/event_hook/properties/sns_event_based_message_group_id_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid30 = _errs135 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.should_send_custom_events !== undefined){
const _errs137 = errors;
if(typeof data37.should_send_custom_events !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/should_send_custom_events",schemaPath:"#/definitions/event_hook/properties/should_send_custom_events/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid30 = _errs137 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data37.failover_config !== undefined){
let data63 = data37.failover_config;
const _errs139 = errors;
if(errors === _errs139){
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
const _errs141 = errors;
for(const key9 in data63){
if(!((((key9 === "type") || (key9 === "gcs_bucket")) || (key9 === "gcs_path")) || (key9 === "gcs_credentials"))){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/failover_config",schemaPath:"#/definitions/event_hook/properties/failover_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs141 === errors){
if(data63.type !== undefined){
const _errs142 = errors;
if(typeof data63.type !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/failover_config/type",schemaPath:"#/definitions/event_hook/properties/failover_config/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid34 = _errs142 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data63.gcs_bucket !== undefined){
const _errs144 = errors;
if(typeof data63.gcs_bucket !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/failover_config/gcs_bucket",schemaPath:"#/definitions/event_hook/properties/failover_config/properties/gcs_bucket/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid34 = _errs144 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data63.gcs_path !== undefined){
const _errs146 = errors;
if(typeof data63.gcs_path !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/failover_config/gcs_path",schemaPath:"#/definitions/event_hook/properties/failover_config/properties/gcs_path/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid34 = _errs146 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data63.gcs_credentials !== undefined){
const _errs148 = errors;
if(typeof data63.gcs_credentials !== "string"){
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/failover_config/gcs_credentials",schemaPath:"#/definitions/event_hook/properties/failover_config/properties/gcs_credentials/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid34 = _errs148 === errors;
}
else {
var valid34 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/failover_config",schemaPath:"#/definitions/event_hook/properties/failover_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid30 = _errs139 === errors;
}
else {
var valid30 = true;
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
var valid28 = _errs84 === errors;
if(!valid28){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/event_hooks",schemaPath:"#/properties/event_hooks/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs80 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before_message_send_hook_url !== undefined){
let data68 = data.before_message_send_hook_url;
const _errs150 = errors;
if(errors === _errs150){
if(typeof data68 === "string"){
if(!pattern3.test(data68)){
validate10.errors = [{instancePath:instancePath+"/before_message_send_hook_url",schemaPath:"#/properties/before_message_send_hook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/before_message_send_hook_url",schemaPath:"#/properties/before_message_send_hook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs150 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before_message_send_hook_attempt_timeout_ms !== undefined){
let data69 = data.before_message_send_hook_attempt_timeout_ms;
const _errs152 = errors;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
validate10.errors = [{instancePath:instancePath+"/before_message_send_hook_attempt_timeout_ms",schemaPath:"#/properties/before_message_send_hook_attempt_timeout_ms/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs152){
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 < 0 || isNaN(data69)){
validate10.errors = [{instancePath:instancePath+"/before_message_send_hook_attempt_timeout_ms",schemaPath:"#/properties/before_message_send_hook_attempt_timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs152 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom_action_handler_url !== undefined){
let data70 = data.custom_action_handler_url;
const _errs154 = errors;
if(errors === _errs154){
if(typeof data70 === "string"){
if(!pattern3.test(data70)){
validate10.errors = [{instancePath:instancePath+"/custom_action_handler_url",schemaPath:"#/properties/custom_action_handler_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/custom_action_handler_url",schemaPath:"#/properties/custom_action_handler_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs154 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enable_hook_payload_compression !== undefined){
const _errs156 = errors;
if(typeof data.enable_hook_payload_compression !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/enable_hook_payload_compression",schemaPath:"#/properties/enable_hook_payload_compression/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs156 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_webhook_url !== undefined){
let data72 = data.moderation_webhook_url;
const _errs158 = errors;
if(errors === _errs158){
if(typeof data72 === "string"){
if(!pattern3.test(data72)){
validate10.errors = [{instancePath:instancePath+"/moderation_webhook_url",schemaPath:"#/properties/moderation_webhook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_webhook_url",schemaPath:"#/properties/moderation_webhook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs158 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.webhook_url !== undefined){
let data73 = data.webhook_url;
const _errs160 = errors;
if(errors === _errs160){
if(typeof data73 === "string"){
if(!pattern3.test(data73)){
validate10.errors = [{instancePath:instancePath+"/webhook_url",schemaPath:"#/properties/webhook_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/webhook_url",schemaPath:"#/properties/webhook_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs160 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.webhook_events !== undefined){
let data74 = data.webhook_events;
const _errs162 = errors;
if((!(Array.isArray(data74))) && (data74 !== null)){
validate10.errors = [{instancePath:instancePath+"/webhook_events",schemaPath:"#/properties/webhook_events/type",keyword:"type",params:{type: schema11.properties.webhook_events.type}}];
return false;
}
if(errors === _errs162){
if(Array.isArray(data74)){
var valid35 = true;
const len11 = data74.length;
for(let i22=0; i22<len11; i22++){
let data75 = data74[i22];
const _errs164 = errors;
if(errors === _errs164){
if(typeof data75 === "string"){
if(func3(data75) < 1){
validate10.errors = [{instancePath:instancePath+"/webhook_events/" + i22,schemaPath:"#/properties/webhook_events/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/webhook_events/" + i22,schemaPath:"#/properties/webhook_events/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid35 = _errs164 === errors;
if(!valid35){
break;
}
}
if(valid35){
let i23 = data74.length;
let j11;
if(i23 > 1){
const indices11 = {};
for(;i23--;){
let item11 = data74[i23];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
validate10.errors = [{instancePath:instancePath+"/webhook_events",schemaPath:"#/properties/webhook_events/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j11}}];
return false;
break;
}
indices11[item11] = i23;
}
}
}
}
}
var valid0 = _errs162 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_url !== undefined){
let data76 = data.sqs_url;
const _errs166 = errors;
if(errors === _errs166){
if(typeof data76 === "string"){
if(!pattern3.test(data76)){
validate10.errors = [{instancePath:instancePath+"/sqs_url",schemaPath:"#/properties/sqs_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/sqs_url",schemaPath:"#/properties/sqs_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs166 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_key !== undefined){
const _errs168 = errors;
if(typeof data.sqs_key !== "string"){
validate10.errors = [{instancePath:instancePath+"/sqs_key",schemaPath:"#/properties/sqs_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs168 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sqs_secret !== undefined){
const _errs170 = errors;
if(typeof data.sqs_secret !== "string"){
validate10.errors = [{instancePath:instancePath+"/sqs_secret",schemaPath:"#/properties/sqs_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs170 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_topic_arn !== undefined){
const _errs172 = errors;
if(typeof data.sns_topic_arn !== "string"){
validate10.errors = [{instancePath:instancePath+"/sns_topic_arn",schemaPath:"#/properties/sns_topic_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs172 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_key !== undefined){
const _errs174 = errors;
if(typeof data.sns_key !== "string"){
validate10.errors = [{instancePath:instancePath+"/sns_key",schemaPath:"#/properties/sns_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs174 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sns_secret !== undefined){
const _errs176 = errors;
if(typeof data.sns_secret !== "string"){
validate10.errors = [{instancePath:instancePath+"/sns_secret",schemaPath:"#/properties/sns_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs176 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.async_moderation_config !== undefined){
let data82 = data.async_moderation_config;
const _errs178 = errors;
if(errors === _errs178){
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
const _errs180 = errors;
for(const key10 in data82){
if(!((key10 === "callback") || (key10 === "timeout_ms"))){
validate10.errors = [{instancePath:instancePath+"/async_moderation_config",schemaPath:"#/properties/async_moderation_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs180 === errors){
if(data82.callback !== undefined){
let data83 = data82.callback;
const _errs181 = errors;
if(errors === _errs181){
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
const _errs183 = errors;
for(const key11 in data83){
if(!((key11 === "mode") || (key11 === "server_url"))){
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/callback",schemaPath:"#/properties/async_moderation_config/properties/callback/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}}];
return false;
break;
}
}
if(_errs183 === errors){
if(data83.mode !== undefined){
let data84 = data83.mode;
const _errs184 = errors;
if(typeof data84 !== "string"){
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/callback/mode",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data84 === "CALLBACK_MODE_NONE") || (data84 === "CALLBACK_MODE_REST")) || (data84 === "CALLBACK_MODE_TWIRP"))){
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/callback/mode",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.async_moderation_config.properties.callback.properties.mode.enum}}];
return false;
}
var valid38 = _errs184 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data83.server_url !== undefined){
let data85 = data83.server_url;
const _errs186 = errors;
if(errors === _errs186){
if(typeof data85 === "string"){
if(!pattern3.test(data85)){
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/callback/server_url",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/server_url/pattern",keyword:"pattern",params:{pattern: "^(https?://\\S+)?$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/callback/server_url",schemaPath:"#/properties/async_moderation_config/properties/callback/properties/server_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid38 = _errs186 === errors;
}
else {
var valid38 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/callback",schemaPath:"#/properties/async_moderation_config/properties/callback/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid37 = _errs181 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data82.timeout_ms !== undefined){
let data86 = data82.timeout_ms;
const _errs188 = errors;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/timeout_ms",schemaPath:"#/properties/async_moderation_config/properties/timeout_ms/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs188){
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 < 0 || isNaN(data86)){
validate10.errors = [{instancePath:instancePath+"/async_moderation_config/timeout_ms",schemaPath:"#/properties/async_moderation_config/properties/timeout_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid37 = _errs188 === errors;
}
else {
var valid37 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/async_moderation_config",schemaPath:"#/properties/async_moderation_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs178 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders_interval !== undefined){
let data87 = data.reminders_interval;
const _errs190 = errors;
if(!(((typeof data87 == "number") && (!(data87 % 1) && !isNaN(data87))) && (isFinite(data87)))){
validate10.errors = [{instancePath:instancePath+"/reminders_interval",schemaPath:"#/properties/reminders_interval/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs190){
if((typeof data87 == "number") && (isFinite(data87))){
if(data87 > 86400 || isNaN(data87)){
validate10.errors = [{instancePath:instancePath+"/reminders_interval",schemaPath:"#/properties/reminders_interval/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}}];
return false;
}
else {
if(data87 < 60 || isNaN(data87)){
validate10.errors = [{instancePath:instancePath+"/reminders_interval",schemaPath:"#/properties/reminders_interval/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}}];
return false;
}
}
}
}
var valid0 = _errs190 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders_max_members !== undefined){
let data88 = data.reminders_max_members;
const _errs192 = errors;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
validate10.errors = [{instancePath:instancePath+"/reminders_max_members",schemaPath:"#/properties/reminders_max_members/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs192){
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 < 2 || isNaN(data88)){
validate10.errors = [{instancePath:instancePath+"/reminders_max_members",schemaPath:"#/properties/reminders_max_members/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}}];
return false;
}
}
}
var valid0 = _errs192 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders_max_per_user !== undefined){
let data89 = data.reminders_max_per_user;
const _errs194 = errors;
if(!(((typeof data89 == "number") && (!(data89 % 1) && !isNaN(data89))) && (isFinite(data89)))){
validate10.errors = [{instancePath:instancePath+"/reminders_max_per_user",schemaPath:"#/properties/reminders_max_per_user/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs194){
if((typeof data89 == "number") && (isFinite(data89))){
if(data89 > 100000 || isNaN(data89)){
validate10.errors = [{instancePath:instancePath+"/reminders_max_per_user",schemaPath:"#/properties/reminders_max_per_user/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}}];
return false;
}
else {
if(data89 < 1 || isNaN(data89)){
validate10.errors = [{instancePath:instancePath+"/reminders_max_per_user",schemaPath:"#/properties/reminders_max_per_user/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs194 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.user_response_time_enabled !== undefined){
const _errs196 = errors;
if(typeof data.user_response_time_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/user_response_time_enabled",schemaPath:"#/properties/user_response_time_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs196 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channel_hide_members_only !== undefined){
const _errs198 = errors;
if(typeof data.channel_hide_members_only !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/channel_hide_members_only",schemaPath:"#/properties/channel_hide_members_only/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs198 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.member_custom_on_messages_enabled !== undefined){
const _errs200 = errors;
if(typeof data.member_custom_on_messages_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/member_custom_on_messages_enabled",schemaPath:"#/properties/member_custom_on_messages_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs200 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.push_config !== undefined){
let data93 = data.push_config;
const _errs202 = errors;
if(errors === _errs202){
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
let missing1;
if((data93.version === undefined) && (missing1 = "version")){
validate10.errors = [{instancePath:instancePath+"/push_config",schemaPath:"#/properties/push_config/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs204 = errors;
for(const key12 in data93){
if(!((key12 === "version") || (key12 === "offline_only"))){
validate10.errors = [{instancePath:instancePath+"/push_config",schemaPath:"#/properties/push_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}}];
return false;
break;
}
}
if(_errs204 === errors){
if(data93.version !== undefined){
let data94 = data93.version;
const _errs205 = errors;
if(typeof data94 !== "string"){
validate10.errors = [{instancePath:instancePath+"/push_config/version",schemaPath:"#/properties/push_config/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data94 === "v1") || (data94 === "v2")) || (data94 === "v3"))){
validate10.errors = [{instancePath:instancePath+"/push_config/version",schemaPath:"#/properties/push_config/properties/version/enum",keyword:"enum",params:{allowedValues: schema11.properties.push_config.properties.version.enum}}];
return false;
}
var valid39 = _errs205 === errors;
}
else {
var valid39 = true;
}
if(valid39){
if(data93.offline_only !== undefined){
const _errs207 = errors;
if(typeof data93.offline_only !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/push_config/offline_only",schemaPath:"#/properties/push_config/properties/offline_only/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid39 = _errs207 === errors;
}
else {
var valid39 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/push_config",schemaPath:"#/properties/push_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs202 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.apn_config !== undefined){
let data96 = data.apn_config;
const _errs209 = errors;
if(errors === _errs209){
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
const _errs211 = errors;
for(const key13 in data96){
if(!(func2.call(schema11.properties.apn_config.properties, key13))){
validate10.errors = [{instancePath:instancePath+"/apn_config",schemaPath:"#/properties/apn_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}}];
return false;
break;
}
}
if(_errs211 === errors){
if(data96.disabled !== undefined){
const _errs212 = errors;
if(typeof data96.disabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/apn_config/disabled",schemaPath:"#/properties/apn_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid40 = _errs212 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.auth_type !== undefined){
let data98 = data96.auth_type;
const _errs214 = errors;
if(typeof data98 !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/auth_type",schemaPath:"#/properties/apn_config/properties/auth_type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data98 === "certificate") || (data98 === "token"))){
validate10.errors = [{instancePath:instancePath+"/apn_config/auth_type",schemaPath:"#/properties/apn_config/properties/auth_type/enum",keyword:"enum",params:{allowedValues: schema11.properties.apn_config.properties.auth_type.enum}}];
return false;
}
var valid40 = _errs214 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.auth_key !== undefined){
const _errs216 = errors;
if(typeof data96.auth_key !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/auth_key",schemaPath:"#/properties/apn_config/properties/auth_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid40 = _errs216 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.key_id !== undefined){
const _errs218 = errors;
if(typeof data96.key_id !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/key_id",schemaPath:"#/properties/apn_config/properties/key_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid40 = _errs218 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.team_id !== undefined){
const _errs220 = errors;
if(typeof data96.team_id !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/team_id",schemaPath:"#/properties/apn_config/properties/team_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid40 = _errs220 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.bundle_id !== undefined){
const _errs222 = errors;
if(typeof data96.bundle_id !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/bundle_id",schemaPath:"#/properties/apn_config/properties/bundle_id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid40 = _errs222 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.p12_cert !== undefined){
const _errs224 = errors;
if(typeof data96.p12_cert !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/p12_cert",schemaPath:"#/properties/apn_config/properties/p12_cert/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid40 = _errs224 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.development !== undefined){
const _errs226 = errors;
if(typeof data96.development !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/apn_config/development",schemaPath:"#/properties/apn_config/properties/development/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid40 = _errs226 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.host !== undefined){
const _errs228 = errors;
if(typeof data96.host !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/host",schemaPath:"#/properties/apn_config/properties/host/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid40 = _errs228 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data96.notification_template !== undefined){
const _errs230 = errors;
if(typeof data96.notification_template !== "string"){
validate10.errors = [{instancePath:instancePath+"/apn_config/notification_template",schemaPath:"#/properties/apn_config/properties/notification_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid40 = _errs230 === errors;
}
else {
var valid40 = true;
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
validate10.errors = [{instancePath:instancePath+"/apn_config",schemaPath:"#/properties/apn_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs209 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firebase_config !== undefined){
let data107 = data.firebase_config;
const _errs232 = errors;
if(errors === _errs232){
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
const _errs234 = errors;
for(const key14 in data107){
if(!((((((key14 === "disabled") || (key14 === "credentials_json")) || (key14 === "server_key")) || (key14 === "notification_template")) || (key14 === "data_template")) || (key14 === "apn_template"))){
validate10.errors = [{instancePath:instancePath+"/firebase_config",schemaPath:"#/properties/firebase_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}}];
return false;
break;
}
}
if(_errs234 === errors){
if(data107.disabled !== undefined){
const _errs235 = errors;
if(typeof data107.disabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/firebase_config/disabled",schemaPath:"#/properties/firebase_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid41 = _errs235 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data107.credentials_json !== undefined){
const _errs237 = errors;
if(typeof data107.credentials_json !== "string"){
validate10.errors = [{instancePath:instancePath+"/firebase_config/credentials_json",schemaPath:"#/properties/firebase_config/properties/credentials_json/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs237 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data107.server_key !== undefined){
const _errs239 = errors;
if(typeof data107.server_key !== "string"){
validate10.errors = [{instancePath:instancePath+"/firebase_config/server_key",schemaPath:"#/properties/firebase_config/properties/server_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs239 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data107.notification_template !== undefined){
const _errs241 = errors;
if(typeof data107.notification_template !== "string"){
validate10.errors = [{instancePath:instancePath+"/firebase_config/notification_template",schemaPath:"#/properties/firebase_config/properties/notification_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs241 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data107.data_template !== undefined){
const _errs243 = errors;
if(typeof data107.data_template !== "string"){
validate10.errors = [{instancePath:instancePath+"/firebase_config/data_template",schemaPath:"#/properties/firebase_config/properties/data_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs243 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data107.apn_template !== undefined){
const _errs245 = errors;
if(typeof data107.apn_template !== "string"){
validate10.errors = [{instancePath:instancePath+"/firebase_config/apn_template",schemaPath:"#/properties/firebase_config/properties/apn_template/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs245 === errors;
}
else {
var valid41 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/firebase_config",schemaPath:"#/properties/firebase_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs232 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.huawei_config !== undefined){
let data114 = data.huawei_config;
const _errs247 = errors;
if(errors === _errs247){
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
const _errs249 = errors;
for(const key15 in data114){
if(!(((key15 === "disabled") || (key15 === "id")) || (key15 === "secret"))){
validate10.errors = [{instancePath:instancePath+"/huawei_config",schemaPath:"#/properties/huawei_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}}];
return false;
break;
}
}
if(_errs249 === errors){
if(data114.disabled !== undefined){
const _errs250 = errors;
if(typeof data114.disabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/huawei_config/disabled",schemaPath:"#/properties/huawei_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid42 = _errs250 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data114.id !== undefined){
const _errs252 = errors;
if(typeof data114.id !== "string"){
validate10.errors = [{instancePath:instancePath+"/huawei_config/id",schemaPath:"#/properties/huawei_config/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid42 = _errs252 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data114.secret !== undefined){
const _errs254 = errors;
if(typeof data114.secret !== "string"){
validate10.errors = [{instancePath:instancePath+"/huawei_config/secret",schemaPath:"#/properties/huawei_config/properties/secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid42 = _errs254 === errors;
}
else {
var valid42 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/huawei_config",schemaPath:"#/properties/huawei_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs247 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.xiaomi_config !== undefined){
let data118 = data.xiaomi_config;
const _errs256 = errors;
if(errors === _errs256){
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
const _errs258 = errors;
for(const key16 in data118){
if(!(((key16 === "disabled") || (key16 === "package_name")) || (key16 === "secret"))){
validate10.errors = [{instancePath:instancePath+"/xiaomi_config",schemaPath:"#/properties/xiaomi_config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}}];
return false;
break;
}
}
if(_errs258 === errors){
if(data118.disabled !== undefined){
const _errs259 = errors;
if(typeof data118.disabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/xiaomi_config/disabled",schemaPath:"#/properties/xiaomi_config/properties/disabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid43 = _errs259 === errors;
}
else {
var valid43 = true;
}
if(valid43){
if(data118.package_name !== undefined){
const _errs261 = errors;
if(typeof data118.package_name !== "string"){
validate10.errors = [{instancePath:instancePath+"/xiaomi_config/package_name",schemaPath:"#/properties/xiaomi_config/properties/package_name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid43 = _errs261 === errors;
}
else {
var valid43 = true;
}
if(valid43){
if(data118.secret !== undefined){
const _errs263 = errors;
if(typeof data118.secret !== "string"){
validate10.errors = [{instancePath:instancePath+"/xiaomi_config/secret",schemaPath:"#/properties/xiaomi_config/properties/secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid43 = _errs263 === errors;
}
else {
var valid43 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/xiaomi_config",schemaPath:"#/properties/xiaomi_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs256 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_enabled !== undefined){
const _errs265 = errors;
if(typeof data.moderation_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_enabled",schemaPath:"#/properties/moderation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs265 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_analytics_enabled !== undefined){
const _errs267 = errors;
if(typeof data.moderation_analytics_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_analytics_enabled",schemaPath:"#/properties/moderation_analytics_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs267 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_onboarding_complete !== undefined){
const _errs269 = errors;
if(typeof data.moderation_onboarding_complete !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_onboarding_complete",schemaPath:"#/properties/moderation_onboarding_complete/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs269 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_dashboard_preferences !== undefined){
let data125 = data.moderation_dashboard_preferences;
const _errs271 = errors;
if(errors === _errs271){
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
const _errs273 = errors;
for(const key17 in data125){
if(!(func2.call(schema11.properties.moderation_dashboard_preferences.properties, key17))){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences",schemaPath:"#/properties/moderation_dashboard_preferences/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];
return false;
break;
}
}
if(_errs273 === errors){
if(data125.allowed_moderation_action_reasons !== undefined){
let data126 = data125.allowed_moderation_action_reasons;
const _errs274 = errors;
if(errors === _errs274){
if(Array.isArray(data126)){
var valid45 = true;
const len12 = data126.length;
for(let i24=0; i24<len12; i24++){
let data127 = data126[i24];
const _errs276 = errors;
if(errors === _errs276){
if(typeof data127 === "string"){
if(func3(data127) < 1){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons/" + i24,schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons/" + i24,schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid45 = _errs276 === errors;
if(!valid45){
break;
}
}
if(valid45){
let i25 = data126.length;
let j12;
if(i25 > 1){
const indices12 = {};
for(;i25--;){
let item12 = data126[i25];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/uniqueItems",keyword:"uniqueItems",params:{i: i25, j: j12}}];
return false;
break;
}
indices12[item12] = i25;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/allowed_moderation_action_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/allowed_moderation_action_reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid44 = _errs274 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.async_review_queue_upsert !== undefined){
const _errs278 = errors;
if(typeof data125.async_review_queue_upsert !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/async_review_queue_upsert",schemaPath:"#/properties/moderation_dashboard_preferences/properties/async_review_queue_upsert/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs278 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.block_foreign_cdn_attachments !== undefined){
const _errs280 = errors;
if(typeof data125.block_foreign_cdn_attachments !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/block_foreign_cdn_attachments",schemaPath:"#/properties/moderation_dashboard_preferences/properties/block_foreign_cdn_attachments/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs280 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.custom_views_enabled !== undefined){
const _errs282 = errors;
if(typeof data125.custom_views_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/custom_views_enabled",schemaPath:"#/properties/moderation_dashboard_preferences/properties/custom_views_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs282 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.disable_audit_logs !== undefined){
const _errs284 = errors;
if(typeof data125.disable_audit_logs !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/disable_audit_logs",schemaPath:"#/properties/moderation_dashboard_preferences/properties/disable_audit_logs/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs284 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.disable_flagging_reviewed_entity !== undefined){
const _errs286 = errors;
if(typeof data125.disable_flagging_reviewed_entity !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/disable_flagging_reviewed_entity",schemaPath:"#/properties/moderation_dashboard_preferences/properties/disable_flagging_reviewed_entity/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs286 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.escalation_queue_enabled !== undefined){
const _errs288 = errors;
if(typeof data125.escalation_queue_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_queue_enabled",schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_queue_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs288 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.escalation_reasons !== undefined){
let data134 = data125.escalation_reasons;
const _errs290 = errors;
if(errors === _errs290){
if(Array.isArray(data134)){
var valid47 = true;
const len13 = data134.length;
for(let i26=0; i26<len13; i26++){
let data135 = data134[i26];
const _errs292 = errors;
if(errors === _errs292){
if(typeof data135 === "string"){
if(func3(data135) < 1){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons/" + i26,schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons/" + i26,schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid47 = _errs292 === errors;
if(!valid47){
break;
}
}
if(valid47){
let i27 = data134.length;
let j13;
if(i27 > 1){
const indices13 = {};
for(;i27--;){
let item13 = data134[i27];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j13 = indices13[item13];
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/uniqueItems",keyword:"uniqueItems",params:{i: i27, j: j13}}];
return false;
break;
}
indices13[item13] = i27;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/escalation_reasons",schemaPath:"#/properties/moderation_dashboard_preferences/properties/escalation_reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid44 = _errs290 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.filterable_custom_keys !== undefined){
let data136 = data125.filterable_custom_keys;
const _errs294 = errors;
if(errors === _errs294){
if(Array.isArray(data136)){
var valid49 = true;
const len14 = data136.length;
for(let i28=0; i28<len14; i28++){
let data137 = data136[i28];
const _errs296 = errors;
if(errors === _errs296){
if(typeof data137 === "string"){
if(func3(data137) < 1){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys/" + i28,schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys/" + i28,schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid49 = _errs296 === errors;
if(!valid49){
break;
}
}
if(valid49){
let i29 = data136.length;
let j14;
if(i29 > 1){
const indices14 = {};
for(;i29--;){
let item14 = data136[i29];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j14 = indices14[item14];
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys",schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j14}}];
return false;
break;
}
indices14[item14] = i29;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/filterable_custom_keys",schemaPath:"#/properties/moderation_dashboard_preferences/properties/filterable_custom_keys/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid44 = _errs294 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.flag_user_on_flagged_content !== undefined){
const _errs298 = errors;
if(typeof data125.flag_user_on_flagged_content !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/flag_user_on_flagged_content",schemaPath:"#/properties/moderation_dashboard_preferences/properties/flag_user_on_flagged_content/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs298 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.include_attachment_payload !== undefined){
const _errs300 = errors;
if(typeof data125.include_attachment_payload !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/include_attachment_payload",schemaPath:"#/properties/moderation_dashboard_preferences/properties/include_attachment_payload/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs300 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.keyframe_classifications_map !== undefined){
let data140 = data125.keyframe_classifications_map;
const _errs302 = errors;
if(errors === _errs302){
if(data140 && typeof data140 == "object" && !Array.isArray(data140)){
for(const key18 in data140){
let data141 = data140[key18];
const _errs305 = errors;
if(errors === _errs305){
if(data141 && typeof data141 == "object" && !Array.isArray(data141)){
for(const key19 in data141){
const _errs308 = errors;
if(typeof data141[key19] !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/keyframe_classifications_map/" + key18.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/moderation_dashboard_preferences/properties/keyframe_classifications_map/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid52 = _errs308 === errors;
if(!valid52){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/keyframe_classifications_map/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/moderation_dashboard_preferences/properties/keyframe_classifications_map/additionalProperties/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid51 = _errs305 === errors;
if(!valid51){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/keyframe_classifications_map",schemaPath:"#/properties/moderation_dashboard_preferences/properties/keyframe_classifications_map/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid44 = _errs302 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.media_queue_blur_enabled !== undefined){
const _errs310 = errors;
if(typeof data125.media_queue_blur_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/media_queue_blur_enabled",schemaPath:"#/properties/moderation_dashboard_preferences/properties/media_queue_blur_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid44 = _errs310 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data125.overview_dashboard !== undefined){
let data144 = data125.overview_dashboard;
const _errs312 = errors;
if(errors === _errs312){
if(data144 && typeof data144 == "object" && !Array.isArray(data144)){
const _errs314 = errors;
for(const key20 in data144){
if(!((key20 === "default_date_range_days") || (key20 === "visible_charts"))){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}}];
return false;
break;
}
}
if(_errs314 === errors){
if(data144.default_date_range_days !== undefined){
let data145 = data144.default_date_range_days;
const _errs315 = errors;
if(!(((typeof data145 == "number") && (!(data145 % 1) && !isNaN(data145))) && (isFinite(data145)))){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/default_date_range_days",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/default_date_range_days/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid53 = _errs315 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data144.visible_charts !== undefined){
let data146 = data144.visible_charts;
const _errs317 = errors;
if(errors === _errs317){
if(Array.isArray(data146)){
var valid54 = true;
const len15 = data146.length;
for(let i30=0; i30<len15; i30++){
let data147 = data146[i30];
const _errs319 = errors;
if(errors === _errs319){
if(typeof data147 === "string"){
if(func3(data147) < 1){
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts/" + i30,schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts/" + i30,schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid54 = _errs319 === errors;
if(!valid54){
break;
}
}
if(valid54){
let i31 = data146.length;
let j15;
if(i31 > 1){
const indices15 = {};
for(;i31--;){
let item15 = data146[i31];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j15 = indices15[item15];
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/uniqueItems",keyword:"uniqueItems",params:{i: i31, j: j15}}];
return false;
break;
}
indices15[item15] = i31;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard/visible_charts",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/properties/visible_charts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid53 = _errs317 === errors;
}
else {
var valid53 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences/overview_dashboard",schemaPath:"#/properties/moderation_dashboard_preferences/properties/overview_dashboard/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid44 = _errs312 === errors;
}
else {
var valid44 = true;
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
validate10.errors = [{instancePath:instancePath+"/moderation_dashboard_preferences",schemaPath:"#/properties/moderation_dashboard_preferences/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs271 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.moderation_s3_image_access_role_arn !== undefined){
const _errs321 = errors;
if(typeof data.moderation_s3_image_access_role_arn !== "string"){
validate10.errors = [{instancePath:instancePath+"/moderation_s3_image_access_role_arn",schemaPath:"#/properties/moderation_s3_image_access_role_arn/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs321 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allowed_flag_reasons !== undefined){
let data149 = data.allowed_flag_reasons;
const _errs323 = errors;
if(errors === _errs323){
if(Array.isArray(data149)){
var valid56 = true;
const len16 = data149.length;
for(let i32=0; i32<len16; i32++){
let data150 = data149[i32];
const _errs325 = errors;
if(errors === _errs325){
if(typeof data150 === "string"){
if(func3(data150) < 1){
validate10.errors = [{instancePath:instancePath+"/allowed_flag_reasons/" + i32,schemaPath:"#/properties/allowed_flag_reasons/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/allowed_flag_reasons/" + i32,schemaPath:"#/properties/allowed_flag_reasons/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid56 = _errs325 === errors;
if(!valid56){
break;
}
}
if(valid56){
let i33 = data149.length;
let j16;
if(i33 > 1){
const indices16 = {};
for(;i33--;){
let item16 = data149[i33];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j16 = indices16[item16];
validate10.errors = [{instancePath:instancePath+"/allowed_flag_reasons",schemaPath:"#/properties/allowed_flag_reasons/uniqueItems",keyword:"uniqueItems",params:{i: i33, j: j16}}];
return false;
break;
}
indices16[item16] = i33;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/allowed_flag_reasons",schemaPath:"#/properties/allowed_flag_reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs323 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_moderation_enabled !== undefined){
const _errs327 = errors;
if(typeof data.image_moderation_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/image_moderation_enabled",schemaPath:"#/properties/image_moderation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs327 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_moderation_labels !== undefined){
let data152 = data.image_moderation_labels;
const _errs329 = errors;
if(errors === _errs329){
if(Array.isArray(data152)){
var valid58 = true;
const len17 = data152.length;
for(let i34=0; i34<len17; i34++){
let data153 = data152[i34];
const _errs331 = errors;
if(errors === _errs331){
if(typeof data153 === "string"){
if(func3(data153) < 1){
validate10.errors = [{instancePath:instancePath+"/image_moderation_labels/" + i34,schemaPath:"#/properties/image_moderation_labels/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_moderation_labels/" + i34,schemaPath:"#/properties/image_moderation_labels/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid58 = _errs331 === errors;
if(!valid58){
break;
}
}
if(valid58){
let i35 = data152.length;
let j17;
if(i35 > 1){
const indices17 = {};
for(;i35--;){
let item17 = data152[i35];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j17 = indices17[item17];
validate10.errors = [{instancePath:instancePath+"/image_moderation_labels",schemaPath:"#/properties/image_moderation_labels/uniqueItems",keyword:"uniqueItems",params:{i: i35, j: j17}}];
return false;
break;
}
indices17[item17] = i35;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_moderation_labels",schemaPath:"#/properties/image_moderation_labels/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs329 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image_moderation_block_labels !== undefined){
let data154 = data.image_moderation_block_labels;
const _errs333 = errors;
if(errors === _errs333){
if(Array.isArray(data154)){
var valid60 = true;
const len18 = data154.length;
for(let i36=0; i36<len18; i36++){
let data155 = data154[i36];
const _errs335 = errors;
if(errors === _errs335){
if(typeof data155 === "string"){
if(func3(data155) < 1){
validate10.errors = [{instancePath:instancePath+"/image_moderation_block_labels/" + i36,schemaPath:"#/properties/image_moderation_block_labels/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_moderation_block_labels/" + i36,schemaPath:"#/properties/image_moderation_block_labels/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid60 = _errs335 === errors;
if(!valid60){
break;
}
}
if(valid60){
let i37 = data154.length;
let j18;
if(i37 > 1){
const indices18 = {};
for(;i37--;){
let item18 = data154[i37];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j18 = indices18[item18];
validate10.errors = [{instancePath:instancePath+"/image_moderation_block_labels",schemaPath:"#/properties/image_moderation_block_labels/uniqueItems",keyword:"uniqueItems",params:{i: i37, j: j18}}];
return false;
break;
}
indices18[item18] = i37;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/image_moderation_block_labels",schemaPath:"#/properties/image_moderation_block_labels/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs333 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.chat_primary_use_case !== undefined){
let data156 = data.chat_primary_use_case;
const _errs337 = errors;
if(typeof data156 !== "string"){
validate10.errors = [{instancePath:instancePath+"/chat_primary_use_case",schemaPath:"#/properties/chat_primary_use_case/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((((((data156 === "messaging") || (data156 === "customer-support")) || (data156 === "community")) || (data156 === "marketplace")) || (data156 === "gaming")) || (data156 === "telehealth")) || (data156 === "on-demand")) || (data156 === "workforce-management")) || (data156 === "dating")) || (data156 === "education")) || (data156 === "financial")) || (data156 === "sports")) || (data156 === "real-money-gaming"))){
validate10.errors = [{instancePath:instancePath+"/chat_primary_use_case",schemaPath:"#/properties/chat_primary_use_case/enum",keyword:"enum",params:{allowedValues: schema11.properties.chat_primary_use_case.enum}}];
return false;
}
var valid0 = _errs337 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.video_primary_use_case !== undefined){
let data157 = data.video_primary_use_case;
const _errs339 = errors;
if(typeof data157 !== "string"){
validate10.errors = [{instancePath:instancePath+"/video_primary_use_case",schemaPath:"#/properties/video_primary_use_case/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((data157 === "video-calling") || (data157 === "voice-calling")) || (data157 === "livestreaming")) || (data157 === "audio-rooms")) || (data157 === "ai-agents")) || (data157 === "live-shopping")) || (data157 === "other"))){
validate10.errors = [{instancePath:instancePath+"/video_primary_use_case",schemaPath:"#/properties/video_primary_use_case/enum",keyword:"enum",params:{allowedValues: schema11.properties.video_primary_use_case.enum}}];
return false;
}
var valid0 = _errs339 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.activity_metrics_config !== undefined){
let data158 = data.activity_metrics_config;
const _errs341 = errors;
if(errors === _errs341){
if(data158 && typeof data158 == "object" && !Array.isArray(data158)){
for(const key21 in data158){
let data159 = data158[key21];
const _errs344 = errors;
if(!(((typeof data159 == "number") && (!(data159 % 1) && !isNaN(data159))) && (isFinite(data159)))){
validate10.errors = [{instancePath:instancePath+"/activity_metrics_config/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/activity_metrics_config/additionalProperties/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid62 = _errs344 === errors;
if(!valid62){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/activity_metrics_config",schemaPath:"#/properties/activity_metrics_config/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs341 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_aggregated_activities_length !== undefined){
let data160 = data.max_aggregated_activities_length;
const _errs346 = errors;
if(!(((typeof data160 == "number") && (!(data160 % 1) && !isNaN(data160))) && (isFinite(data160)))){
validate10.errors = [{instancePath:instancePath+"/max_aggregated_activities_length",schemaPath:"#/properties/max_aggregated_activities_length/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs346){
if((typeof data160 == "number") && (isFinite(data160))){
if(data160 < 0 || isNaN(data160)){
validate10.errors = [{instancePath:instancePath+"/max_aggregated_activities_length",schemaPath:"#/properties/max_aggregated_activities_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs346 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feed_audit_logs_enabled !== undefined){
const _errs348 = errors;
if(typeof data.feed_audit_logs_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/feed_audit_logs_enabled",schemaPath:"#/properties/feed_audit_logs_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs348 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feeds_moderation_enabled !== undefined){
const _errs350 = errors;
if(typeof data.feeds_moderation_enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/feeds_moderation_enabled",schemaPath:"#/properties/feeds_moderation_enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs350 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feeds_v2_region !== undefined){
const _errs352 = errors;
if(typeof data.feeds_v2_region !== "string"){
validate10.errors = [{instancePath:instancePath+"/feeds_v2_region",schemaPath:"#/properties/feeds_v2_region/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs352 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.datadog_info !== undefined){
let data164 = data.datadog_info;
const _errs354 = errors;
if(errors === _errs354){
if(data164 && typeof data164 == "object" && !Array.isArray(data164)){
const _errs356 = errors;
for(const key22 in data164){
if(!(((key22 === "enabled") || (key22 === "site")) || (key22 === "api_key"))){
validate10.errors = [{instancePath:instancePath+"/datadog_info",schemaPath:"#/properties/datadog_info/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}}];
return false;
break;
}
}
if(_errs356 === errors){
if(data164.enabled !== undefined){
const _errs357 = errors;
if(typeof data164.enabled !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/datadog_info/enabled",schemaPath:"#/properties/datadog_info/properties/enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid63 = _errs357 === errors;
}
else {
var valid63 = true;
}
if(valid63){
if(data164.site !== undefined){
const _errs359 = errors;
if(typeof data164.site !== "string"){
validate10.errors = [{instancePath:instancePath+"/datadog_info/site",schemaPath:"#/properties/datadog_info/properties/site/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid63 = _errs359 === errors;
}
else {
var valid63 = true;
}
if(valid63){
if(data164.api_key !== undefined){
const _errs361 = errors;
if(typeof data164.api_key !== "string"){
validate10.errors = [{instancePath:instancePath+"/datadog_info/api_key",schemaPath:"#/properties/datadog_info/properties/api_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid63 = _errs361 === errors;
}
else {
var valid63 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/datadog_info",schemaPath:"#/properties/datadog_info/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs354 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.extra !== undefined){
let data168 = data.extra;
const _errs363 = errors;
if(errors === _errs363){
if(data168 && typeof data168 == "object" && !Array.isArray(data168)){
}
else {
validate10.errors = [{instancePath:instancePath+"/extra",schemaPath:"#/properties/extra/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs363 === errors;
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
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}

