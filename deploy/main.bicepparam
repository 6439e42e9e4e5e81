// For the Azure Developer CLI, which hands over its environment: azd env set VOICEBOT_SIZE small
using 'main.bicep'

param size = readEnvironmentVariable('VOICEBOT_SIZE', 'small')
param location = readEnvironmentVariable('AZURE_LOCATION')
param alertEmail = readEnvironmentVariable('VOICEBOT_ALERT_EMAIL')
param signIn = readEnvironmentVariable('VOICEBOT_SIGN_IN', 'accessKey')
param signInClientId = readEnvironmentVariable('VOICEBOT_SIGN_IN_CLIENT_ID', '')
param signInGroups = filter(split(readEnvironmentVariable('VOICEBOT_SIGN_IN_GROUPS', ''), ','), group => !empty(group))
param accessKey = readEnvironmentVariable('VOICEBOT_ACCESS_KEY', '')
param viewerKey = readEnvironmentVariable('VOICEBOT_VIEWER_KEY', '')
param elevenLabsKey = readEnvironmentVariable('ELEVENLABS_API_KEY', '')
param webhookSecret = readEnvironmentVariable('ELEVENLABS_WEBHOOK_SECRET', '')
param timeZone = readEnvironmentVariable('VOICEBOT_TIME_ZONE', '')
