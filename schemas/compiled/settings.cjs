"use strict";
exports.body = validate10;
const schema11 = {"$id":"https://chat-config.dev/schemas/settings.schema.json","type":"object","required":["version"],"properties":{"version":{"type":"integer","const":1},"target":{"$ref":"#/definitions/target"},"include":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"policy":{"$ref":"#/definitions/policy"},"external":{"$ref":"#/definitions/external"},"removed":{"type":"array","items":{"$ref":"#/definitions/removal"}},"environments":{"type":"object","propertyNames":{"pattern":"^[\\w.-]{1,64}$"},"additionalProperties":{"$ref":"#/definitions/environment"}}},"additionalProperties":false,"definitions":{"target":{"type":"object","properties":{"api_key":{"type":"string","minLength":1},"api_secret":{"type":"string","minLength":1},"base_url":{"type":"string","pattern":"^https?://\\S+$"},"app_id":{"type":"integer","minimum":1}},"additionalProperties":false},"policy":{"type":"object","properties":{"allow_delete":{"type":"boolean"},"on_removal":{"type":"object","properties":{"roles":{"type":"string","enum":["delete","keep"]},"permissions":{"type":"string","enum":["delete","keep"]},"commands":{"type":"string","enum":["delete","keep"]},"blocklists":{"type":"string","enum":["delete","keep"]},"channel_types":{"type":"string","enum":["delete","keep"]},"users":{"type":"string","enum":["deactivate","keep","delete","hard_delete"]},"channels":{"type":"string","enum":["disable","keep","delete","hard_delete"]}},"additionalProperties":false},"verify_messages":{"type":"boolean"},"on_burned":{"type":"string","enum":["report","restore"]},"max_share":{"type":"number","minimum":0.05,"maximum":1}},"additionalProperties":false},"external":{"type":"object","properties":{"users":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"roles":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"permissions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"commands":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocklists":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channel_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false},"removal":{"type":"object","required":["address"],"properties":{"address":{"type":"string","minLength":1},"on_removal":{"type":"string","enum":["keep","delete","deactivate","disable","hard_delete"]}},"additionalProperties":false},"environment":{"type":"object","properties":{"target":{"$ref":"#/definitions/target"},"policy":{"$ref":"#/definitions/policy"},"external":{"$ref":"#/definitions/external"},"removed":{"type":"array","items":{"$ref":"#/definitions/removal"}},"app":{"type":"object"},"roles":{"type":["object","array"]},"permissions":{"type":"object"},"commands":{"type":"object"},"blocklists":{"type":"object"},"channel_types":{"type":"object"},"users":{"type":"object"},"channels":{"type":"object"},"without":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false}}};
const schema12 = {"type":"object","properties":{"api_key":{"type":"string","minLength":1},"api_secret":{"type":"string","minLength":1},"base_url":{"type":"string","pattern":"^https?://\\S+$"},"app_id":{"type":"integer","minimum":1}},"additionalProperties":false};
const schema13 = {"type":"object","properties":{"allow_delete":{"type":"boolean"},"on_removal":{"type":"object","properties":{"roles":{"type":"string","enum":["delete","keep"]},"permissions":{"type":"string","enum":["delete","keep"]},"commands":{"type":"string","enum":["delete","keep"]},"blocklists":{"type":"string","enum":["delete","keep"]},"channel_types":{"type":"string","enum":["delete","keep"]},"users":{"type":"string","enum":["deactivate","keep","delete","hard_delete"]},"channels":{"type":"string","enum":["disable","keep","delete","hard_delete"]}},"additionalProperties":false},"verify_messages":{"type":"boolean"},"on_burned":{"type":"string","enum":["report","restore"]},"max_share":{"type":"number","minimum":0.05,"maximum":1}},"additionalProperties":false};
const schema14 = {"type":"object","properties":{"users":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"roles":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"permissions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"commands":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocklists":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channel_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false};
const schema15 = {"type":"object","required":["address"],"properties":{"address":{"type":"string","minLength":1},"on_removal":{"type":"string","enum":["keep","delete","deactivate","disable","hard_delete"]}},"additionalProperties":false};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^https?://\\S+$", "u");
const pattern1 = new RegExp("^[\\w.-]{1,64}$", "u");
const schema16 = {"type":"object","properties":{"target":{"$ref":"#/definitions/target"},"policy":{"$ref":"#/definitions/policy"},"external":{"$ref":"#/definitions/external"},"removed":{"type":"array","items":{"$ref":"#/definitions/removal"}},"app":{"type":"object"},"roles":{"type":["object","array"]},"permissions":{"type":"object"},"commands":{"type":"object"},"blocklists":{"type":"object"},"channel_types":{"type":"object"},"users":{"type":"object"},"channels":{"type":"object"},"without":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false};
const func13 = Object.prototype.hasOwnProperty;

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func13.call(schema16.properties, key0))){
validate11.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.target !== undefined){
let data0 = data.target;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
const _errs5 = errors;
for(const key1 in data0){
if(!((((key1 === "api_key") || (key1 === "api_secret")) || (key1 === "base_url")) || (key1 === "app_id"))){
validate11.errors = [{instancePath:instancePath+"/target",schemaPath:"#/definitions/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs5 === errors){
if(data0.api_key !== undefined){
let data1 = data0.api_key;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(func2(data1) < 1){
validate11.errors = [{instancePath:instancePath+"/target/api_key",schemaPath:"#/definitions/target/properties/api_key/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/target/api_key",schemaPath:"#/definitions/target/properties/api_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data0.api_secret !== undefined){
let data2 = data0.api_secret;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(func2(data2) < 1){
validate11.errors = [{instancePath:instancePath+"/target/api_secret",schemaPath:"#/definitions/target/properties/api_secret/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/target/api_secret",schemaPath:"#/definitions/target/properties/api_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data0.base_url !== undefined){
let data3 = data0.base_url;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate11.errors = [{instancePath:instancePath+"/target/base_url",schemaPath:"#/definitions/target/properties/base_url/pattern",keyword:"pattern",params:{pattern: "^https?://\\S+$"}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/target/base_url",schemaPath:"#/definitions/target/properties/base_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data0.app_id !== undefined){
let data4 = data0.app_id;
const _errs12 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate11.errors = [{instancePath:instancePath+"/target/app_id",schemaPath:"#/definitions/target/properties/app_id/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs12){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
validate11.errors = [{instancePath:instancePath+"/target/app_id",schemaPath:"#/definitions/target/properties/app_id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid2 = _errs12 === errors;
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
validate11.errors = [{instancePath:instancePath+"/target",schemaPath:"#/definitions/target/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy !== undefined){
let data5 = data.policy;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
const _errs17 = errors;
for(const key2 in data5){
if(!(((((key2 === "allow_delete") || (key2 === "on_removal")) || (key2 === "verify_messages")) || (key2 === "on_burned")) || (key2 === "max_share"))){
validate11.errors = [{instancePath:instancePath+"/policy",schemaPath:"#/definitions/policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs17 === errors){
if(data5.allow_delete !== undefined){
const _errs18 = errors;
if(typeof data5.allow_delete !== "boolean"){
validate11.errors = [{instancePath:instancePath+"/policy/allow_delete",schemaPath:"#/definitions/policy/properties/allow_delete/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.on_removal !== undefined){
let data7 = data5.on_removal;
const _errs20 = errors;
if(errors === _errs20){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
const _errs22 = errors;
for(const key3 in data7){
if(!(((((((key3 === "roles") || (key3 === "permissions")) || (key3 === "commands")) || (key3 === "blocklists")) || (key3 === "channel_types")) || (key3 === "users")) || (key3 === "channels"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal",schemaPath:"#/definitions/policy/properties/on_removal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs22 === errors){
if(data7.roles !== undefined){
let data8 = data7.roles;
const _errs23 = errors;
if(typeof data8 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/roles",schemaPath:"#/definitions/policy/properties/on_removal/properties/roles/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data8 === "delete") || (data8 === "keep"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/roles",schemaPath:"#/definitions/policy/properties/on_removal/properties/roles/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.roles.enum}}];
return false;
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.permissions !== undefined){
let data9 = data7.permissions;
const _errs25 = errors;
if(typeof data9 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/permissions",schemaPath:"#/definitions/policy/properties/on_removal/properties/permissions/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data9 === "delete") || (data9 === "keep"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/permissions",schemaPath:"#/definitions/policy/properties/on_removal/properties/permissions/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.permissions.enum}}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.commands !== undefined){
let data10 = data7.commands;
const _errs27 = errors;
if(typeof data10 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/commands",schemaPath:"#/definitions/policy/properties/on_removal/properties/commands/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data10 === "delete") || (data10 === "keep"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/commands",schemaPath:"#/definitions/policy/properties/on_removal/properties/commands/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.commands.enum}}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.blocklists !== undefined){
let data11 = data7.blocklists;
const _errs29 = errors;
if(typeof data11 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/blocklists",schemaPath:"#/definitions/policy/properties/on_removal/properties/blocklists/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data11 === "delete") || (data11 === "keep"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/blocklists",schemaPath:"#/definitions/policy/properties/on_removal/properties/blocklists/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.blocklists.enum}}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.channel_types !== undefined){
let data12 = data7.channel_types;
const _errs31 = errors;
if(typeof data12 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/channel_types",schemaPath:"#/definitions/policy/properties/on_removal/properties/channel_types/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data12 === "delete") || (data12 === "keep"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/channel_types",schemaPath:"#/definitions/policy/properties/on_removal/properties/channel_types/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.channel_types.enum}}];
return false;
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.users !== undefined){
let data13 = data7.users;
const _errs33 = errors;
if(typeof data13 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/users",schemaPath:"#/definitions/policy/properties/on_removal/properties/users/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data13 === "deactivate") || (data13 === "keep")) || (data13 === "delete")) || (data13 === "hard_delete"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/users",schemaPath:"#/definitions/policy/properties/on_removal/properties/users/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.users.enum}}];
return false;
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.channels !== undefined){
let data14 = data7.channels;
const _errs35 = errors;
if(typeof data14 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/channels",schemaPath:"#/definitions/policy/properties/on_removal/properties/channels/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data14 === "disable") || (data14 === "keep")) || (data14 === "delete")) || (data14 === "hard_delete"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_removal/channels",schemaPath:"#/definitions/policy/properties/on_removal/properties/channels/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.channels.enum}}];
return false;
}
var valid5 = _errs35 === errors;
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
else {
validate11.errors = [{instancePath:instancePath+"/policy/on_removal",schemaPath:"#/definitions/policy/properties/on_removal/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.verify_messages !== undefined){
const _errs37 = errors;
if(typeof data5.verify_messages !== "boolean"){
validate11.errors = [{instancePath:instancePath+"/policy/verify_messages",schemaPath:"#/definitions/policy/properties/verify_messages/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.on_burned !== undefined){
let data16 = data5.on_burned;
const _errs39 = errors;
if(typeof data16 !== "string"){
validate11.errors = [{instancePath:instancePath+"/policy/on_burned",schemaPath:"#/definitions/policy/properties/on_burned/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data16 === "report") || (data16 === "restore"))){
validate11.errors = [{instancePath:instancePath+"/policy/on_burned",schemaPath:"#/definitions/policy/properties/on_burned/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_burned.enum}}];
return false;
}
var valid4 = _errs39 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.max_share !== undefined){
let data17 = data5.max_share;
const _errs41 = errors;
if(errors === _errs41){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 1 || isNaN(data17)){
validate11.errors = [{instancePath:instancePath+"/policy/max_share",schemaPath:"#/definitions/policy/properties/max_share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data17 < 0.05 || isNaN(data17)){
validate11.errors = [{instancePath:instancePath+"/policy/max_share",schemaPath:"#/definitions/policy/properties/max_share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.05}}];
return false;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/policy/max_share",schemaPath:"#/definitions/policy/properties/max_share/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid4 = _errs41 === errors;
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
else {
validate11.errors = [{instancePath:instancePath+"/policy",schemaPath:"#/definitions/policy/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.external !== undefined){
let data18 = data.external;
const _errs43 = errors;
const _errs44 = errors;
if(errors === _errs44){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
const _errs46 = errors;
for(const key4 in data18){
if(!(((((((key4 === "users") || (key4 === "roles")) || (key4 === "permissions")) || (key4 === "commands")) || (key4 === "blocklists")) || (key4 === "channel_types")) || (key4 === "channels"))){
validate11.errors = [{instancePath:instancePath+"/external",schemaPath:"#/definitions/external/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs46 === errors){
if(data18.users !== undefined){
let data19 = data18.users;
const _errs47 = errors;
if(errors === _errs47){
if(Array.isArray(data19)){
var valid8 = true;
const len0 = data19.length;
for(let i0=0; i0<len0; i0++){
let data20 = data19[i0];
const _errs49 = errors;
if(errors === _errs49){
if(typeof data20 === "string"){
if(func2(data20) < 1){
validate11.errors = [{instancePath:instancePath+"/external/users/" + i0,schemaPath:"#/definitions/external/properties/users/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/users/" + i0,schemaPath:"#/definitions/external/properties/users/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid8 = _errs49 === errors;
if(!valid8){
break;
}
}
if(valid8){
let i1 = data19.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data19[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate11.errors = [{instancePath:instancePath+"/external/users",schemaPath:"#/definitions/external/properties/users/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/users",schemaPath:"#/definitions/external/properties/users/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs47 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.roles !== undefined){
let data21 = data18.roles;
const _errs51 = errors;
if(errors === _errs51){
if(Array.isArray(data21)){
var valid10 = true;
const len1 = data21.length;
for(let i2=0; i2<len1; i2++){
let data22 = data21[i2];
const _errs53 = errors;
if(errors === _errs53){
if(typeof data22 === "string"){
if(func2(data22) < 1){
validate11.errors = [{instancePath:instancePath+"/external/roles/" + i2,schemaPath:"#/definitions/external/properties/roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/roles/" + i2,schemaPath:"#/definitions/external/properties/roles/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs53 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i3 = data21.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data21[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate11.errors = [{instancePath:instancePath+"/external/roles",schemaPath:"#/definitions/external/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices1[item1] = i3;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/roles",schemaPath:"#/definitions/external/properties/roles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs51 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.permissions !== undefined){
let data23 = data18.permissions;
const _errs55 = errors;
if(errors === _errs55){
if(Array.isArray(data23)){
var valid12 = true;
const len2 = data23.length;
for(let i4=0; i4<len2; i4++){
let data24 = data23[i4];
const _errs57 = errors;
if(errors === _errs57){
if(typeof data24 === "string"){
if(func2(data24) < 1){
validate11.errors = [{instancePath:instancePath+"/external/permissions/" + i4,schemaPath:"#/definitions/external/properties/permissions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/permissions/" + i4,schemaPath:"#/definitions/external/properties/permissions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid12 = _errs57 === errors;
if(!valid12){
break;
}
}
if(valid12){
let i5 = data23.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data23[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate11.errors = [{instancePath:instancePath+"/external/permissions",schemaPath:"#/definitions/external/properties/permissions/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices2[item2] = i5;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/permissions",schemaPath:"#/definitions/external/properties/permissions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs55 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.commands !== undefined){
let data25 = data18.commands;
const _errs59 = errors;
if(errors === _errs59){
if(Array.isArray(data25)){
var valid14 = true;
const len3 = data25.length;
for(let i6=0; i6<len3; i6++){
let data26 = data25[i6];
const _errs61 = errors;
if(errors === _errs61){
if(typeof data26 === "string"){
if(func2(data26) < 1){
validate11.errors = [{instancePath:instancePath+"/external/commands/" + i6,schemaPath:"#/definitions/external/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/commands/" + i6,schemaPath:"#/definitions/external/properties/commands/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid14 = _errs61 === errors;
if(!valid14){
break;
}
}
if(valid14){
let i7 = data25.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data25[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate11.errors = [{instancePath:instancePath+"/external/commands",schemaPath:"#/definitions/external/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices3[item3] = i7;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/commands",schemaPath:"#/definitions/external/properties/commands/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs59 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.blocklists !== undefined){
let data27 = data18.blocklists;
const _errs63 = errors;
if(errors === _errs63){
if(Array.isArray(data27)){
var valid16 = true;
const len4 = data27.length;
for(let i8=0; i8<len4; i8++){
let data28 = data27[i8];
const _errs65 = errors;
if(errors === _errs65){
if(typeof data28 === "string"){
if(func2(data28) < 1){
validate11.errors = [{instancePath:instancePath+"/external/blocklists/" + i8,schemaPath:"#/definitions/external/properties/blocklists/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/blocklists/" + i8,schemaPath:"#/definitions/external/properties/blocklists/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid16 = _errs65 === errors;
if(!valid16){
break;
}
}
if(valid16){
let i9 = data27.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data27[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
validate11.errors = [{instancePath:instancePath+"/external/blocklists",schemaPath:"#/definitions/external/properties/blocklists/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4}}];
return false;
break;
}
indices4[item4] = i9;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/blocklists",schemaPath:"#/definitions/external/properties/blocklists/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs63 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.channel_types !== undefined){
let data29 = data18.channel_types;
const _errs67 = errors;
if(errors === _errs67){
if(Array.isArray(data29)){
var valid18 = true;
const len5 = data29.length;
for(let i10=0; i10<len5; i10++){
let data30 = data29[i10];
const _errs69 = errors;
if(errors === _errs69){
if(typeof data30 === "string"){
if(func2(data30) < 1){
validate11.errors = [{instancePath:instancePath+"/external/channel_types/" + i10,schemaPath:"#/definitions/external/properties/channel_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/channel_types/" + i10,schemaPath:"#/definitions/external/properties/channel_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid18 = _errs69 === errors;
if(!valid18){
break;
}
}
if(valid18){
let i11 = data29.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data29[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
validate11.errors = [{instancePath:instancePath+"/external/channel_types",schemaPath:"#/definitions/external/properties/channel_types/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}}];
return false;
break;
}
indices5[item5] = i11;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/channel_types",schemaPath:"#/definitions/external/properties/channel_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs67 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.channels !== undefined){
let data31 = data18.channels;
const _errs71 = errors;
if(errors === _errs71){
if(Array.isArray(data31)){
var valid20 = true;
const len6 = data31.length;
for(let i12=0; i12<len6; i12++){
let data32 = data31[i12];
const _errs73 = errors;
if(errors === _errs73){
if(typeof data32 === "string"){
if(func2(data32) < 1){
validate11.errors = [{instancePath:instancePath+"/external/channels/" + i12,schemaPath:"#/definitions/external/properties/channels/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/channels/" + i12,schemaPath:"#/definitions/external/properties/channels/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid20 = _errs73 === errors;
if(!valid20){
break;
}
}
if(valid20){
let i13 = data31.length;
let j6;
if(i13 > 1){
const indices6 = {};
for(;i13--;){
let item6 = data31[i13];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
validate11.errors = [{instancePath:instancePath+"/external/channels",schemaPath:"#/definitions/external/properties/channels/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6}}];
return false;
break;
}
indices6[item6] = i13;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/external/channels",schemaPath:"#/definitions/external/properties/channels/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs71 === errors;
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
}
else {
validate11.errors = [{instancePath:instancePath+"/external",schemaPath:"#/definitions/external/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.removed !== undefined){
let data33 = data.removed;
const _errs75 = errors;
if(errors === _errs75){
if(Array.isArray(data33)){
var valid22 = true;
const len7 = data33.length;
for(let i14=0; i14<len7; i14++){
let data34 = data33[i14];
const _errs77 = errors;
const _errs78 = errors;
if(errors === _errs78){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing0;
if((data34.address === undefined) && (missing0 = "address")){
validate11.errors = [{instancePath:instancePath+"/removed/" + i14,schemaPath:"#/definitions/removal/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs80 = errors;
for(const key5 in data34){
if(!((key5 === "address") || (key5 === "on_removal"))){
validate11.errors = [{instancePath:instancePath+"/removed/" + i14,schemaPath:"#/definitions/removal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs80 === errors){
if(data34.address !== undefined){
let data35 = data34.address;
const _errs81 = errors;
if(errors === _errs81){
if(typeof data35 === "string"){
if(func2(data35) < 1){
validate11.errors = [{instancePath:instancePath+"/removed/" + i14+"/address",schemaPath:"#/definitions/removal/properties/address/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/removed/" + i14+"/address",schemaPath:"#/definitions/removal/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid24 = _errs81 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data34.on_removal !== undefined){
let data36 = data34.on_removal;
const _errs83 = errors;
if(typeof data36 !== "string"){
validate11.errors = [{instancePath:instancePath+"/removed/" + i14+"/on_removal",schemaPath:"#/definitions/removal/properties/on_removal/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data36 === "keep") || (data36 === "delete")) || (data36 === "deactivate")) || (data36 === "disable")) || (data36 === "hard_delete"))){
validate11.errors = [{instancePath:instancePath+"/removed/" + i14+"/on_removal",schemaPath:"#/definitions/removal/properties/on_removal/enum",keyword:"enum",params:{allowedValues: schema15.properties.on_removal.enum}}];
return false;
}
var valid24 = _errs83 === errors;
}
else {
var valid24 = true;
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/removed/" + i14,schemaPath:"#/definitions/removal/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid22 = _errs77 === errors;
if(!valid22){
break;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/removed",schemaPath:"#/properties/removed/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs75 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.app !== undefined){
let data37 = data.app;
const _errs85 = errors;
if(!(data37 && typeof data37 == "object" && !Array.isArray(data37))){
validate11.errors = [{instancePath:instancePath+"/app",schemaPath:"#/properties/app/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs85 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.roles !== undefined){
let data38 = data.roles;
const _errs87 = errors;
if(!data38 || typeof data38 != "object"){
validate11.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: schema16.properties.roles.type}}];
return false;
}
var valid0 = _errs87 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.permissions !== undefined){
let data39 = data.permissions;
const _errs89 = errors;
if(!(data39 && typeof data39 == "object" && !Array.isArray(data39))){
validate11.errors = [{instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs89 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commands !== undefined){
let data40 = data.commands;
const _errs91 = errors;
if(!(data40 && typeof data40 == "object" && !Array.isArray(data40))){
validate11.errors = [{instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs91 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocklists !== undefined){
let data41 = data.blocklists;
const _errs93 = errors;
if(!(data41 && typeof data41 == "object" && !Array.isArray(data41))){
validate11.errors = [{instancePath:instancePath+"/blocklists",schemaPath:"#/properties/blocklists/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs93 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channel_types !== undefined){
let data42 = data.channel_types;
const _errs95 = errors;
if(!(data42 && typeof data42 == "object" && !Array.isArray(data42))){
validate11.errors = [{instancePath:instancePath+"/channel_types",schemaPath:"#/properties/channel_types/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs95 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.users !== undefined){
let data43 = data.users;
const _errs97 = errors;
if(!(data43 && typeof data43 == "object" && !Array.isArray(data43))){
validate11.errors = [{instancePath:instancePath+"/users",schemaPath:"#/properties/users/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs97 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channels !== undefined){
let data44 = data.channels;
const _errs99 = errors;
if(!(data44 && typeof data44 == "object" && !Array.isArray(data44))){
validate11.errors = [{instancePath:instancePath+"/channels",schemaPath:"#/properties/channels/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs99 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.without !== undefined){
let data45 = data.without;
const _errs101 = errors;
if(errors === _errs101){
if(Array.isArray(data45)){
var valid25 = true;
const len8 = data45.length;
for(let i15=0; i15<len8; i15++){
let data46 = data45[i15];
const _errs103 = errors;
if(errors === _errs103){
if(typeof data46 === "string"){
if(func2(data46) < 1){
validate11.errors = [{instancePath:instancePath+"/without/" + i15,schemaPath:"#/properties/without/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/without/" + i15,schemaPath:"#/properties/without/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid25 = _errs103 === errors;
if(!valid25){
break;
}
}
if(valid25){
let i16 = data45.length;
let j7;
if(i16 > 1){
const indices7 = {};
for(;i16--;){
let item7 = data45[i16];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
validate11.errors = [{instancePath:instancePath+"/without",schemaPath:"#/properties/without/uniqueItems",keyword:"uniqueItems",params:{i: i16, j: j7}}];
return false;
break;
}
indices7[item7] = i16;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/without",schemaPath:"#/properties/without/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs101 === errors;
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
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/settings.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.version === undefined) && (missing0 = "version")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "version") || (key0 === "target")) || (key0 === "include")) || (key0 === "policy")) || (key0 === "external")) || (key0 === "removed")) || (key0 === "environments"))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
let data0 = data.version;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(1 !== data0){
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
let data1 = data.target;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
const _errs7 = errors;
for(const key1 in data1){
if(!((((key1 === "api_key") || (key1 === "api_secret")) || (key1 === "base_url")) || (key1 === "app_id"))){
validate10.errors = [{instancePath:instancePath+"/target",schemaPath:"#/definitions/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs7 === errors){
if(data1.api_key !== undefined){
let data2 = data1.api_key;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(func2(data2) < 1){
validate10.errors = [{instancePath:instancePath+"/target/api_key",schemaPath:"#/definitions/target/properties/api_key/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/target/api_key",schemaPath:"#/definitions/target/properties/api_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.api_secret !== undefined){
let data3 = data1.api_secret;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(func2(data3) < 1){
validate10.errors = [{instancePath:instancePath+"/target/api_secret",schemaPath:"#/definitions/target/properties/api_secret/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/target/api_secret",schemaPath:"#/definitions/target/properties/api_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.base_url !== undefined){
let data4 = data1.base_url;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/target/base_url",schemaPath:"#/definitions/target/properties/base_url/pattern",keyword:"pattern",params:{pattern: "^https?://\\S+$"}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/target/base_url",schemaPath:"#/definitions/target/properties/base_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.app_id !== undefined){
let data5 = data1.app_id;
const _errs14 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/target/app_id",schemaPath:"#/definitions/target/properties/app_id/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs14){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/target/app_id",schemaPath:"#/definitions/target/properties/app_id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid2 = _errs14 === errors;
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
validate10.errors = [{instancePath:instancePath+"/target",schemaPath:"#/definitions/target/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.include !== undefined){
let data6 = data.include;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data6)){
var valid3 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs18 = errors;
if(errors === _errs18){
if(typeof data7 === "string"){
if(func2(data7) < 1){
validate10.errors = [{instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs18 === errors;
if(!valid3){
break;
}
}
if(valid3){
let i1 = data6.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data6[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate10.errors = [{instancePath:instancePath+"/include",schemaPath:"#/properties/include/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy !== undefined){
let data8 = data.policy;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
const _errs23 = errors;
for(const key2 in data8){
if(!(((((key2 === "allow_delete") || (key2 === "on_removal")) || (key2 === "verify_messages")) || (key2 === "on_burned")) || (key2 === "max_share"))){
validate10.errors = [{instancePath:instancePath+"/policy",schemaPath:"#/definitions/policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs23 === errors){
if(data8.allow_delete !== undefined){
const _errs24 = errors;
if(typeof data8.allow_delete !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/policy/allow_delete",schemaPath:"#/definitions/policy/properties/allow_delete/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid6 = _errs24 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.on_removal !== undefined){
let data10 = data8.on_removal;
const _errs26 = errors;
if(errors === _errs26){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
const _errs28 = errors;
for(const key3 in data10){
if(!(((((((key3 === "roles") || (key3 === "permissions")) || (key3 === "commands")) || (key3 === "blocklists")) || (key3 === "channel_types")) || (key3 === "users")) || (key3 === "channels"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal",schemaPath:"#/definitions/policy/properties/on_removal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs28 === errors){
if(data10.roles !== undefined){
let data11 = data10.roles;
const _errs29 = errors;
if(typeof data11 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/roles",schemaPath:"#/definitions/policy/properties/on_removal/properties/roles/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data11 === "delete") || (data11 === "keep"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/roles",schemaPath:"#/definitions/policy/properties/on_removal/properties/roles/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.roles.enum}}];
return false;
}
var valid7 = _errs29 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.permissions !== undefined){
let data12 = data10.permissions;
const _errs31 = errors;
if(typeof data12 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/permissions",schemaPath:"#/definitions/policy/properties/on_removal/properties/permissions/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data12 === "delete") || (data12 === "keep"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/permissions",schemaPath:"#/definitions/policy/properties/on_removal/properties/permissions/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.permissions.enum}}];
return false;
}
var valid7 = _errs31 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.commands !== undefined){
let data13 = data10.commands;
const _errs33 = errors;
if(typeof data13 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/commands",schemaPath:"#/definitions/policy/properties/on_removal/properties/commands/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data13 === "delete") || (data13 === "keep"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/commands",schemaPath:"#/definitions/policy/properties/on_removal/properties/commands/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.commands.enum}}];
return false;
}
var valid7 = _errs33 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.blocklists !== undefined){
let data14 = data10.blocklists;
const _errs35 = errors;
if(typeof data14 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/blocklists",schemaPath:"#/definitions/policy/properties/on_removal/properties/blocklists/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data14 === "delete") || (data14 === "keep"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/blocklists",schemaPath:"#/definitions/policy/properties/on_removal/properties/blocklists/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.blocklists.enum}}];
return false;
}
var valid7 = _errs35 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.channel_types !== undefined){
let data15 = data10.channel_types;
const _errs37 = errors;
if(typeof data15 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/channel_types",schemaPath:"#/definitions/policy/properties/on_removal/properties/channel_types/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data15 === "delete") || (data15 === "keep"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/channel_types",schemaPath:"#/definitions/policy/properties/on_removal/properties/channel_types/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.channel_types.enum}}];
return false;
}
var valid7 = _errs37 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.users !== undefined){
let data16 = data10.users;
const _errs39 = errors;
if(typeof data16 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/users",schemaPath:"#/definitions/policy/properties/on_removal/properties/users/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data16 === "deactivate") || (data16 === "keep")) || (data16 === "delete")) || (data16 === "hard_delete"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/users",schemaPath:"#/definitions/policy/properties/on_removal/properties/users/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.users.enum}}];
return false;
}
var valid7 = _errs39 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.channels !== undefined){
let data17 = data10.channels;
const _errs41 = errors;
if(typeof data17 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/channels",schemaPath:"#/definitions/policy/properties/on_removal/properties/channels/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data17 === "disable") || (data17 === "keep")) || (data17 === "delete")) || (data17 === "hard_delete"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_removal/channels",schemaPath:"#/definitions/policy/properties/on_removal/properties/channels/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_removal.properties.channels.enum}}];
return false;
}
var valid7 = _errs41 === errors;
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
}
else {
validate10.errors = [{instancePath:instancePath+"/policy/on_removal",schemaPath:"#/definitions/policy/properties/on_removal/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.verify_messages !== undefined){
const _errs43 = errors;
if(typeof data8.verify_messages !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/policy/verify_messages",schemaPath:"#/definitions/policy/properties/verify_messages/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid6 = _errs43 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.on_burned !== undefined){
let data19 = data8.on_burned;
const _errs45 = errors;
if(typeof data19 !== "string"){
validate10.errors = [{instancePath:instancePath+"/policy/on_burned",schemaPath:"#/definitions/policy/properties/on_burned/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data19 === "report") || (data19 === "restore"))){
validate10.errors = [{instancePath:instancePath+"/policy/on_burned",schemaPath:"#/definitions/policy/properties/on_burned/enum",keyword:"enum",params:{allowedValues: schema13.properties.on_burned.enum}}];
return false;
}
var valid6 = _errs45 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.max_share !== undefined){
let data20 = data8.max_share;
const _errs47 = errors;
if(errors === _errs47){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 1 || isNaN(data20)){
validate10.errors = [{instancePath:instancePath+"/policy/max_share",schemaPath:"#/definitions/policy/properties/max_share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data20 < 0.05 || isNaN(data20)){
validate10.errors = [{instancePath:instancePath+"/policy/max_share",schemaPath:"#/definitions/policy/properties/max_share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.05}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/policy/max_share",schemaPath:"#/definitions/policy/properties/max_share/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid6 = _errs47 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/policy",schemaPath:"#/definitions/policy/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.external !== undefined){
let data21 = data.external;
const _errs49 = errors;
const _errs50 = errors;
if(errors === _errs50){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
const _errs52 = errors;
for(const key4 in data21){
if(!(((((((key4 === "users") || (key4 === "roles")) || (key4 === "permissions")) || (key4 === "commands")) || (key4 === "blocklists")) || (key4 === "channel_types")) || (key4 === "channels"))){
validate10.errors = [{instancePath:instancePath+"/external",schemaPath:"#/definitions/external/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs52 === errors){
if(data21.users !== undefined){
let data22 = data21.users;
const _errs53 = errors;
if(errors === _errs53){
if(Array.isArray(data22)){
var valid10 = true;
const len1 = data22.length;
for(let i2=0; i2<len1; i2++){
let data23 = data22[i2];
const _errs55 = errors;
if(errors === _errs55){
if(typeof data23 === "string"){
if(func2(data23) < 1){
validate10.errors = [{instancePath:instancePath+"/external/users/" + i2,schemaPath:"#/definitions/external/properties/users/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/users/" + i2,schemaPath:"#/definitions/external/properties/users/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs55 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i3 = data22.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data22[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate10.errors = [{instancePath:instancePath+"/external/users",schemaPath:"#/definitions/external/properties/users/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices1[item1] = i3;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/users",schemaPath:"#/definitions/external/properties/users/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs53 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data21.roles !== undefined){
let data24 = data21.roles;
const _errs57 = errors;
if(errors === _errs57){
if(Array.isArray(data24)){
var valid12 = true;
const len2 = data24.length;
for(let i4=0; i4<len2; i4++){
let data25 = data24[i4];
const _errs59 = errors;
if(errors === _errs59){
if(typeof data25 === "string"){
if(func2(data25) < 1){
validate10.errors = [{instancePath:instancePath+"/external/roles/" + i4,schemaPath:"#/definitions/external/properties/roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/roles/" + i4,schemaPath:"#/definitions/external/properties/roles/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid12 = _errs59 === errors;
if(!valid12){
break;
}
}
if(valid12){
let i5 = data24.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data24[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate10.errors = [{instancePath:instancePath+"/external/roles",schemaPath:"#/definitions/external/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices2[item2] = i5;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/roles",schemaPath:"#/definitions/external/properties/roles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs57 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data21.permissions !== undefined){
let data26 = data21.permissions;
const _errs61 = errors;
if(errors === _errs61){
if(Array.isArray(data26)){
var valid14 = true;
const len3 = data26.length;
for(let i6=0; i6<len3; i6++){
let data27 = data26[i6];
const _errs63 = errors;
if(errors === _errs63){
if(typeof data27 === "string"){
if(func2(data27) < 1){
validate10.errors = [{instancePath:instancePath+"/external/permissions/" + i6,schemaPath:"#/definitions/external/properties/permissions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/permissions/" + i6,schemaPath:"#/definitions/external/properties/permissions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid14 = _errs63 === errors;
if(!valid14){
break;
}
}
if(valid14){
let i7 = data26.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data26[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate10.errors = [{instancePath:instancePath+"/external/permissions",schemaPath:"#/definitions/external/properties/permissions/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices3[item3] = i7;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/permissions",schemaPath:"#/definitions/external/properties/permissions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs61 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data21.commands !== undefined){
let data28 = data21.commands;
const _errs65 = errors;
if(errors === _errs65){
if(Array.isArray(data28)){
var valid16 = true;
const len4 = data28.length;
for(let i8=0; i8<len4; i8++){
let data29 = data28[i8];
const _errs67 = errors;
if(errors === _errs67){
if(typeof data29 === "string"){
if(func2(data29) < 1){
validate10.errors = [{instancePath:instancePath+"/external/commands/" + i8,schemaPath:"#/definitions/external/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/commands/" + i8,schemaPath:"#/definitions/external/properties/commands/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid16 = _errs67 === errors;
if(!valid16){
break;
}
}
if(valid16){
let i9 = data28.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data28[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
validate10.errors = [{instancePath:instancePath+"/external/commands",schemaPath:"#/definitions/external/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4}}];
return false;
break;
}
indices4[item4] = i9;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/commands",schemaPath:"#/definitions/external/properties/commands/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs65 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data21.blocklists !== undefined){
let data30 = data21.blocklists;
const _errs69 = errors;
if(errors === _errs69){
if(Array.isArray(data30)){
var valid18 = true;
const len5 = data30.length;
for(let i10=0; i10<len5; i10++){
let data31 = data30[i10];
const _errs71 = errors;
if(errors === _errs71){
if(typeof data31 === "string"){
if(func2(data31) < 1){
validate10.errors = [{instancePath:instancePath+"/external/blocklists/" + i10,schemaPath:"#/definitions/external/properties/blocklists/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/blocklists/" + i10,schemaPath:"#/definitions/external/properties/blocklists/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid18 = _errs71 === errors;
if(!valid18){
break;
}
}
if(valid18){
let i11 = data30.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data30[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
validate10.errors = [{instancePath:instancePath+"/external/blocklists",schemaPath:"#/definitions/external/properties/blocklists/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}}];
return false;
break;
}
indices5[item5] = i11;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/blocklists",schemaPath:"#/definitions/external/properties/blocklists/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs69 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data21.channel_types !== undefined){
let data32 = data21.channel_types;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data32)){
var valid20 = true;
const len6 = data32.length;
for(let i12=0; i12<len6; i12++){
let data33 = data32[i12];
const _errs75 = errors;
if(errors === _errs75){
if(typeof data33 === "string"){
if(func2(data33) < 1){
validate10.errors = [{instancePath:instancePath+"/external/channel_types/" + i12,schemaPath:"#/definitions/external/properties/channel_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/channel_types/" + i12,schemaPath:"#/definitions/external/properties/channel_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid20 = _errs75 === errors;
if(!valid20){
break;
}
}
if(valid20){
let i13 = data32.length;
let j6;
if(i13 > 1){
const indices6 = {};
for(;i13--;){
let item6 = data32[i13];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
validate10.errors = [{instancePath:instancePath+"/external/channel_types",schemaPath:"#/definitions/external/properties/channel_types/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6}}];
return false;
break;
}
indices6[item6] = i13;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/channel_types",schemaPath:"#/definitions/external/properties/channel_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs73 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data21.channels !== undefined){
let data34 = data21.channels;
const _errs77 = errors;
if(errors === _errs77){
if(Array.isArray(data34)){
var valid22 = true;
const len7 = data34.length;
for(let i14=0; i14<len7; i14++){
let data35 = data34[i14];
const _errs79 = errors;
if(errors === _errs79){
if(typeof data35 === "string"){
if(func2(data35) < 1){
validate10.errors = [{instancePath:instancePath+"/external/channels/" + i14,schemaPath:"#/definitions/external/properties/channels/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/channels/" + i14,schemaPath:"#/definitions/external/properties/channels/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid22 = _errs79 === errors;
if(!valid22){
break;
}
}
if(valid22){
let i15 = data34.length;
let j7;
if(i15 > 1){
const indices7 = {};
for(;i15--;){
let item7 = data34[i15];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
validate10.errors = [{instancePath:instancePath+"/external/channels",schemaPath:"#/definitions/external/properties/channels/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j7}}];
return false;
break;
}
indices7[item7] = i15;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/external/channels",schemaPath:"#/definitions/external/properties/channels/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid9 = _errs77 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/external",schemaPath:"#/definitions/external/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.removed !== undefined){
let data36 = data.removed;
const _errs81 = errors;
if(errors === _errs81){
if(Array.isArray(data36)){
var valid24 = true;
const len8 = data36.length;
for(let i16=0; i16<len8; i16++){
let data37 = data36[i16];
const _errs83 = errors;
const _errs84 = errors;
if(errors === _errs84){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
let missing1;
if((data37.address === undefined) && (missing1 = "address")){
validate10.errors = [{instancePath:instancePath+"/removed/" + i16,schemaPath:"#/definitions/removal/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs86 = errors;
for(const key5 in data37){
if(!((key5 === "address") || (key5 === "on_removal"))){
validate10.errors = [{instancePath:instancePath+"/removed/" + i16,schemaPath:"#/definitions/removal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs86 === errors){
if(data37.address !== undefined){
let data38 = data37.address;
const _errs87 = errors;
if(errors === _errs87){
if(typeof data38 === "string"){
if(func2(data38) < 1){
validate10.errors = [{instancePath:instancePath+"/removed/" + i16+"/address",schemaPath:"#/definitions/removal/properties/address/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/removed/" + i16+"/address",schemaPath:"#/definitions/removal/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid26 = _errs87 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data37.on_removal !== undefined){
let data39 = data37.on_removal;
const _errs89 = errors;
if(typeof data39 !== "string"){
validate10.errors = [{instancePath:instancePath+"/removed/" + i16+"/on_removal",schemaPath:"#/definitions/removal/properties/on_removal/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data39 === "keep") || (data39 === "delete")) || (data39 === "deactivate")) || (data39 === "disable")) || (data39 === "hard_delete"))){
validate10.errors = [{instancePath:instancePath+"/removed/" + i16+"/on_removal",schemaPath:"#/definitions/removal/properties/on_removal/enum",keyword:"enum",params:{allowedValues: schema15.properties.on_removal.enum}}];
return false;
}
var valid26 = _errs89 === errors;
}
else {
var valid26 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/removed/" + i16,schemaPath:"#/definitions/removal/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid24 = _errs83 === errors;
if(!valid24){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/removed",schemaPath:"#/properties/removed/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs81 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.environments !== undefined){
let data40 = data.environments;
const _errs91 = errors;
if(errors === _errs91){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key6 in data40){
const _errs93 = errors;
if(typeof key6 === "string"){
if(!pattern1.test(key6)){
const err0 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[\\w.-]{1,64}$"},propertyName:key6};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid27 = _errs93 === errors;
if(!valid27){
const err1 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames",keyword:"propertyNames",params:{propertyName: key6}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid27){
for(const key7 in data40){
const _errs95 = errors;
if(!(validate11(data40[key7], {instancePath:instancePath+"/environments/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data40,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid28 = _errs95 === errors;
if(!valid28){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs91 === errors;
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
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}

