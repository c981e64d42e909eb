"use strict";
exports.body = validate21;
const schema6 = {"$id":"https://chat-config.dev/schemas/user.schema.json","type":"object","properties":{"name":{"type":"string"},"image":{"type":"string"},"role":{"type":"string","minLength":1},"teams":{"type":"array","items":{"type":"string","minLength":1,"maxLength":100},"maxItems":250,"uniqueItems":true},"teams_role":{"type":"object","additionalProperties":{"type":["string","null"]}},"language":{"type":"string"},"invisible":{"type":"boolean"},"privacy_settings":{"type":"object","properties":{"typing_indicators":{"type":"object","required":["enabled"],"properties":{"enabled":{"type":"boolean"}},"additionalProperties":false},"read_receipts":{"type":"object","required":["enabled"],"properties":{"enabled":{"type":"boolean"}},"additionalProperties":false},"delivery_receipts":{"type":"object","required":["enabled"],"properties":{"enabled":{"type":"boolean"}},"additionalProperties":false}},"additionalProperties":false},"custom":{"type":"object","propertyNames":{"pattern":"^[^.\\s$]+$","not":{"enum":["avg_response_time","ban_expires","banned","blocked_user_ids","bypass_moderation","channel_mutes","created_at","custom","deactivated_at","deleted_at","devices","id","image","invisible","language","last_active","latest_hidden_channels","mutes","name","online","privacy_settings","push_notifications","revoke_tokens_issued_before","role","shadow_banned","teams","teams_role","total_unread_count","unread_channels","unread_count","unread_threads","updated_at"]}},"additionalProperties":{}},"state":{"type":"string","enum":["active","deactivated"]},"protect":{"type":"boolean"}},"additionalProperties":false,"definitions":{"id":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"},"collection":{"type":"object","propertyNames":{"$ref":"#/definitions/id"},"properties":{"from":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":{"$ref":"#"}}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[^.\\s$]+$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/user.schema.json" */;
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
if(data.name !== undefined){
const _errs2 = errors;
if(typeof data.name !== "string"){
validate21.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.image !== undefined){
const _errs4 = errors;
if(typeof data.image !== "string"){
validate21.errors = [{instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.role !== undefined){
let data2 = data.role;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(func3(data2) < 1){
validate21.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.teams !== undefined){
let data3 = data.teams;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
if(data3.length > 250){
validate21.errors = [{instancePath:instancePath+"/teams",schemaPath:"#/properties/teams/maxItems",keyword:"maxItems",params:{limit: 250}}];
return false;
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(func3(data4) > 100){
validate21.errors = [{instancePath:instancePath+"/teams/" + i0,schemaPath:"#/properties/teams/items/maxLength",keyword:"maxLength",params:{limit: 100}}];
return false;
}
else {
if(func3(data4) < 1){
validate21.errors = [{instancePath:instancePath+"/teams/" + i0,schemaPath:"#/properties/teams/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/teams/" + i0,schemaPath:"#/properties/teams/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
if(valid1){
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate21.errors = [{instancePath:instancePath+"/teams",schemaPath:"#/properties/teams/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
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
validate21.errors = [{instancePath:instancePath+"/teams",schemaPath:"#/properties/teams/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.teams_role !== undefined){
let data5 = data.teams_role;
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
let data6 = data5[key1];
const _errs15 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate21.errors = [{instancePath:instancePath+"/teams_role/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/teams_role/additionalProperties/type",keyword:"type",params:{type: schema6.properties.teams_role.additionalProperties.type}}];
return false;
}
var valid3 = _errs15 === errors;
if(!valid3){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/teams_role",schemaPath:"#/properties/teams_role/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.language !== undefined){
const _errs17 = errors;
if(typeof data.language !== "string"){
validate21.errors = [{instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invisible !== undefined){
const _errs19 = errors;
if(typeof data.invisible !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/invisible",schemaPath:"#/properties/invisible/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.privacy_settings !== undefined){
let data9 = data.privacy_settings;
const _errs21 = errors;
if(errors === _errs21){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
const _errs23 = errors;
for(const key2 in data9){
if(!(((key2 === "typing_indicators") || (key2 === "read_receipts")) || (key2 === "delivery_receipts"))){
validate21.errors = [{instancePath:instancePath+"/privacy_settings",schemaPath:"#/properties/privacy_settings/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs23 === errors){
if(data9.typing_indicators !== undefined){
let data10 = data9.typing_indicators;
const _errs24 = errors;
if(errors === _errs24){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing0;
if((data10.enabled === undefined) && (missing0 = "enabled")){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/typing_indicators",schemaPath:"#/properties/privacy_settings/properties/typing_indicators/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs26 = errors;
for(const key3 in data10){
if(!(key3 === "enabled")){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/typing_indicators",schemaPath:"#/properties/privacy_settings/properties/typing_indicators/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs26 === errors){
if(data10.enabled !== undefined){
if(typeof data10.enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/typing_indicators/enabled",schemaPath:"#/properties/privacy_settings/properties/typing_indicators/properties/enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/privacy_settings/typing_indicators",schemaPath:"#/properties/privacy_settings/properties/typing_indicators/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs24 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.read_receipts !== undefined){
let data12 = data9.read_receipts;
const _errs29 = errors;
if(errors === _errs29){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing1;
if((data12.enabled === undefined) && (missing1 = "enabled")){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/read_receipts",schemaPath:"#/properties/privacy_settings/properties/read_receipts/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs31 = errors;
for(const key4 in data12){
if(!(key4 === "enabled")){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/read_receipts",schemaPath:"#/properties/privacy_settings/properties/read_receipts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs31 === errors){
if(data12.enabled !== undefined){
if(typeof data12.enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/read_receipts/enabled",schemaPath:"#/properties/privacy_settings/properties/read_receipts/properties/enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/privacy_settings/read_receipts",schemaPath:"#/properties/privacy_settings/properties/read_receipts/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.delivery_receipts !== undefined){
let data14 = data9.delivery_receipts;
const _errs34 = errors;
if(errors === _errs34){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if((data14.enabled === undefined) && (missing2 = "enabled")){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/delivery_receipts",schemaPath:"#/properties/privacy_settings/properties/delivery_receipts/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs36 = errors;
for(const key5 in data14){
if(!(key5 === "enabled")){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/delivery_receipts",schemaPath:"#/properties/privacy_settings/properties/delivery_receipts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs36 === errors){
if(data14.enabled !== undefined){
if(typeof data14.enabled !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/privacy_settings/delivery_receipts/enabled",schemaPath:"#/properties/privacy_settings/properties/delivery_receipts/properties/enabled/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/privacy_settings/delivery_receipts",schemaPath:"#/properties/privacy_settings/properties/delivery_receipts/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs34 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/privacy_settings",schemaPath:"#/properties/privacy_settings/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custom !== undefined){
let data16 = data.custom;
const _errs39 = errors;
if(errors === _errs39){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key6 in data16){
const _errs41 = errors;
const _errs42 = errors;
const _errs43 = errors;
if(!((((((((((((((((((((((((((((((((key6 === "avg_response_time") || (key6 === "ban_expires")) || (key6 === "banned")) || (key6 === "blocked_user_ids")) || (key6 === "bypass_moderation")) || (key6 === "channel_mutes")) || (key6 === "created_at")) || (key6 === "custom")) || (key6 === "deactivated_at")) || (key6 === "deleted_at")) || (key6 === "devices")) || (key6 === "id")) || (key6 === "image")) || (key6 === "invisible")) || (key6 === "language")) || (key6 === "last_active")) || (key6 === "latest_hidden_channels")) || (key6 === "mutes")) || (key6 === "name")) || (key6 === "online")) || (key6 === "privacy_settings")) || (key6 === "push_notifications")) || (key6 === "revoke_tokens_issued_before")) || (key6 === "role")) || (key6 === "shadow_banned")) || (key6 === "teams")) || (key6 === "teams_role")) || (key6 === "total_unread_count")) || (key6 === "unread_channels")) || (key6 === "unread_count")) || (key6 === "unread_threads")) || (key6 === "updated_at"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid9 = _errs43 === errors;
if(valid9){
const err1 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/not",keyword:"not",params:{},propertyName:key6};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
errors = _errs42;
if(vErrors !== null){
if(_errs42){
vErrors.length = _errs42;
}
else {
vErrors = null;
}
}
}
if(errors === _errs41){
if(typeof key6 === "string"){
if(!pattern0.test(key6)){
const err2 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[^.\\s$]+$"},propertyName:key6};
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
var valid8 = _errs41 === errors;
if(!valid8){
const err3 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/propertyNames",keyword:"propertyNames",params:{propertyName: key6}};
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
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data17 = data.state;
const _errs45 = errors;
if(typeof data17 !== "string"){
validate21.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data17 === "active") || (data17 === "deactivated"))){
validate21.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema6.properties.state.enum}}];
return false;
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protect !== undefined){
const _errs47 = errors;
if(typeof data.protect !== "boolean"){
validate21.errors = [{instancePath:instancePath+"/protect",schemaPath:"#/properties/protect/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs47 === errors;
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
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}

exports.id = validate22;
const schema7 = {"type":"string","minLength":1,"maxLength":255,"pattern":"^[@\\w-]+$"};
const pattern1 = new RegExp("^[@\\w-]+$", "u");

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
if(!pattern1.test(data)){
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

