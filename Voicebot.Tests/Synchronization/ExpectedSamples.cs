using Voicebot.Core.Conversations;

namespace Voicebot.Tests.Synchronization;

/// <summary>What the example conversations must be stored as.</summary>
public static class ExpectedSamples
{
    private const string LineOne = "agent_4101m2f7c9x3e8vq5t6n0hdkyrwb";
    private const string Billing = "agent_8802m3hs5j7pfb2z9w4ratc6gqxe";
    private const string Outreach = "agent_6605n1d4y8kcx2v7q9w3t5bz6hme";
    private const string WhatsAppClient = "12025550164";
    private const string Web = "agent_2503m0kq8d1vhn6y7c5sxej4pmtf";

    public static TheoryData<Conversation> All =>
    [
        new Conversation
        {
            ConversationId = "conv_1101m9a4x7ehf2k8v6c3q5w0zrtn", AgentId = LineOne, AgentName = "Line One Support", Status = "done",
                CallSuccessful = "success", StartTime = 1787217247,
            DurationSeconds = 96, MessageCount = 6, BotMessageCount = 4, Direction = "inbound", Source = "twilio", Channel = Channel.Phone,
                MainLanguage = "en",
            AgentPhone = "+12025550143", ClientPhone = "+12025550178", TerminationReason = "Call ended by remote party",
                ClientTurnCount = 2, EndReason = EndReason.UserEnded, CostCredits = 658,
            CostUsd = 0.131543, Title = "Modem replacement shipping date",
                Summary = "The caller asked about a modem replacement and was told it ships on 22 August.",
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre", Sentiment = "positive",
            ClientKey = -8280638274050029981,
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye", SentimentScore = 0.42, SentimentLowest = 0.1, Frustration = 0.08,
            FrustrationHighest = 0.15, PersonKey = 8717454287044767664,
        },
        new Conversation
        {
            ConversationId = "conv_1202m8z6p3rjg9t5x7e1d4b0kvhq", AgentId = Billing, AgentName = "Billing Specialist", Status = "done",
                CallSuccessful = "success", StartTime = 1787211000,
            DurationSeconds = 148, MessageCount = 4, BotMessageCount = 2, Direction = "outbound", Source = "sip_trunk",
                Channel = Channel.Phone, MainLanguage = "en",
            AgentPhone = "+442079460101", ClientPhone = "+442079460188", TerminationReason = "end_call tool was called.",
                ClientTurnCount = 2, EndReason = EndReason.AgentEnded, CostCredits = 1070,
            CostUsd = 0.214053, Title = "Invoice payment reminder",
                Summary = "The customer confirmed that the invoice was paid the previous day.",
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre",
            ClientKey = 171360537689570380, UserKey = -5279560009865388731,
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye", PersonKey = -1391925559146136236,
        },
        new Conversation
        {
            ConversationId = "conv_1303m8t1h6wkn4y7c9f5s2x8qzde", AgentId = Web, AgentName = "Web Concierge", Status = "done",
                CallSuccessful = "failure", StartTime = 1787162561,
            DurationSeconds = 73, MessageCount = 7, BotMessageCount = 4, Source = "widget", Channel = Channel.Web,
                MainLanguage = "en", Rating = 4,
            TerminationReason = "Client disconnected: 1000", ClientTurnCount = 3, EndReason = EndReason.UserEnded, CostCredits = 497,
                CostUsd = 0.099265, Title = "Coverage check failed",
            Summary = "The visitor asked about fibre coverage but the lookup failed and they left.",
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre", Sentiment = "negative",
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye", SentimentScore = -0.35, SentimentLowest = -0.6, Frustration = 0.55,
            FrustrationHighest = 0.7, Comment = "Quick answer, but had to repeat my postcode.",
        },
        new Conversation
        {
            ConversationId = "conv_1404m8q5b2vhx7n9t4k6w1e3fyjc", AgentId = LineOne, AgentName = "Line One Support", Status = "done",
                CallSuccessful = "success", StartTime = 1787142015,
            DurationSeconds = 412, MessageCount = 5, BotMessageCount = 3, Source = "whatsapp", Channel = Channel.Text, MainLanguage = "es",
                ClientPhone = "12025550117",
            ClientTurnCount = 3, EndReason = EndReason.None, CostCredits = 116, CostUsd = 0.023082, Title = "Router restart over WhatsApp",
            Summary = "The user reported a router fault over WhatsApp and fixed it after a restart.",
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre",
            ClientKey = 1805737760956019776, UserKey = 5031379628335654806,
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye", PersonKey = 7716161567720768273,
        },
        new Conversation
        {
            ConversationId = "conv_1505m8k3w9xdg6f1z8n2v7c4qhtp", AgentId = Billing, AgentName = "Billing Specialist", Status = "failed",
                CallSuccessful = "unknown", StartTime = 1787126403,
            DurationSeconds = 0, MessageCount = 0, Direction = "outbound", Source = "sip_trunk", Channel = Channel.Phone,
                AgentPhone = "+442079460101", ClientPhone = "+442079460199",
            EndReason = EndReason.None, TechnicalError = true, CostCredits = 0,
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre",
            ClientKey = 9181940697185326880,
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye", PersonKey = -3508374941649519253,
        },
        new Conversation
        {
            ConversationId = "conv_1606m9b8t4nce5q7y2x9h6k1rvwj", AgentId = LineOne, AgentName = "Line One Support",
            Status = "in-progress",
                CallSuccessful = "unknown", StartTime = 1787227110,
            DurationSeconds = 0, MessageCount = 0, Direction = "inbound", Source = "twilio", Channel = Channel.Phone,
                AgentPhone = "+12025550143", ClientPhone = "anonymous",
            EndReason = EndReason.None,
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre",
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye",
        },
        new Conversation
        {
            ConversationId = "conv_1707m8e2z5pfr9d3w7t1b6x4kynq", AgentId = LineOne, AgentName = "Line One Support", Status = "done",
                CallSuccessful = "failure", StartTime = 1787067682,
            DurationSeconds = 187, MessageCount = 5, BotMessageCount = 3, Direction = "inbound", Source = "twilio",
            Channel = Channel.Phone,
                MainLanguage = "en",
            AgentPhone = "+12025550143", ClientPhone = "+12025550162", TerminationReason = "Call ended by remote party",
                ClientTurnCount = 2, EndReason = EndReason.UserEnded, Transferred = true,
            AgentHandover = true, CostCredits = 1279, CostUsd = 0.255758, Title = "Double charge escalated to human",
            Summary = "The caller disputed a double charge, was moved to billing and then transferred to a human.",
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre", Sentiment = "negative",
            ClientKey = 856020535866157353,
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye", SentimentScore = -0.61, SentimentLowest = -0.8, Frustration = 0.83,
            FrustrationHighest = 0.92, Transfers = [("transfer_to_agent_success", 1), ("transfer_to_number_twilio_success", 1)],
            PersonKey = 371660816326106871,
        },
        new Conversation
        {
            ConversationId = "conv_1808m8d7n1qka4v5j9s3f2w6txeb", AgentId = LineOne, AgentName = "Line One Support", Status = "done",
                CallSuccessful = "failure", StartTime = 1787047555,
            DurationSeconds = 305, MessageCount = 6, BotMessageCount = 3, Direction = "inbound", Source = "exotel",
            Channel = Channel.Phone,
                MainLanguage = "en",
            AgentPhone = "+442079460120", ClientPhone = "+442079460155", TerminationReason = "Conversation has exceeded maximum duration",
                ClientTurnCount = 2, EndReason = EndReason.MaxDuration,
            CostCredits = 2077, CostUsd = 0.41553, Title = "Open ticket, callback requested",
            Summary = "A customer with an open ticket was offered two paid visits and asked for a callback.",
            VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre",
            ClientKey = -7512023794105029643,
            BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye", PersonKey = -8748344377204101954,
        },
        new Conversation
        {
            ConversationId = "conv_1909m9b7y8zaf3t6k2x5q1n4wdhc", AgentId = Web, Status = "processing", CallSuccessful = "unknown",
                StartTime = 1787226002, DurationSeconds = 0, MessageCount = 0,
            BotMessageCount = 0, Channel = Channel.Web, ClientTurnCount = 0, EndReason = EndReason.None,
        },
        new Conversation
        {
            ConversationId = "conv_2010n3a7k2xbe5q9t4w6r8c1yvhd", AgentId = Outreach, AgentName = "Outreach Desk", Status = "done",
                CallSuccessful = "success", StartTime = 1791965520,
            DurationSeconds = 1260, MessageCount = 4, BotMessageCount = 2, ClientTurnCount = 2, Source = "whatsapp",
            Channel = Channel.Text,
                MainLanguage = "en",
            ClientPhone = "+" + WhatsAppClient, ClientIds = "US.EXAMPLE00000000000010", EndReason = EndReason.None, CostCredits = 51,
                CostUsd = 0.0101, Title = "Delivery moved to Friday",
            Summary = "The customer moved a delivery to Friday afternoon over WhatsApp.",
            VersionId = "agtvrsn_7701n2m8z5bkc1x7p4y9s3j0qwtd",
            ClientKey = 2854979138877434906, UserKey = 5228290542390159602,
            BranchId = "agtbrch_2002n1d5a7bfe3q8v6w9k4h1ztyc", PersonKey = -2636328142619360976,
        },
        new Conversation
        {
            ConversationId = "conv_2111n3c9w4tdf7k2x6q1b8v5zhne", AgentId = Outreach, AgentName = "Outreach Desk", Status = "failed",
                CallSuccessful = "unknown", StartTime = 1791963600,
            DurationSeconds = 0, MessageCount = 0, Direction = "outbound", Source = "sip_trunk", Channel = Channel.Phone,
                AgentPhone = "+442079460110", ClientPhone = "+442079460171",
            CallResult = "no_answer", EndReason = EndReason.NotConnected, CostCredits = 0,
            VersionId = "agtvrsn_7701n2m8z5bkc1x7p4y9s3j0qwtd",
            ClientKey = -1897203209375380116,
            BranchId = "agtbrch_2002n1d5a7bfe3q8v6w9k4h1ztyc", CampaignId = "camp_example_autumn", PersonKey = -7781347643148803488,
        },
        new Conversation
        {
            ConversationId = "conv_2212n3e1p8ykg9d4t3w7c6x2qvra", AgentId = Outreach, AgentName = "Outreach Desk", Status = "done",
                CallSuccessful = "unknown", StartTime = 1791962700,
            DurationSeconds = 21, MessageCount = 2, BotMessageCount = 1, ClientTurnCount = 1, Direction = "outbound", Source = "twilio",
                Channel = Channel.Phone, MainLanguage = "en",
            AgentPhone = "+12025550146", ClientPhone = "+12025550173", CallResult = "voicemail",
                TerminationReason = "voicemail_detection tool was called.",
            EndReason = EndReason.Voicemail, CostCredits = 144, CostUsd = 0.0287, Title = "Voicemail left",
                Summary = "A voicemail greeting was reached and a message was left.",
            VersionId = "agtvrsn_7701n2m8z5bkc1x7p4y9s3j0qwtd",
            ClientKey = 2397825077924491633,
            BranchId = "agtbrch_2002n1d5a7bfe3q8v6w9k4h1ztyc", CampaignId = "camp_example_autumn", PersonKey = -2542020516488457194,
        },
        new Conversation
        {
            ConversationId = "conv_2313n3g5z1bmh4x8v2k9e7t6wdqc", AgentId = Outreach, AgentName = "Outreach Desk", Status = "done",
                CallSuccessful = "failure", StartTime = 1791903840,
            DurationSeconds = 214, MessageCount = 6, BotMessageCount = 3, ClientTurnCount = 3, Source = "widget", Channel = Channel.Web,
                MainLanguage = "en", Rating = 2,
            TerminationReason = "Client disconnected: 1000", EndReason = EndReason.UserEnded, CostCredits = 1451, CostUsd = 0.2902,
                Title = "Wrong meter reading",
            Summary = "A visitor complained about a wrong meter reading, waited in the queue and left unsatisfied.",
            VersionId = "agtvrsn_7701n2m8z5bkc1x7p4y9s3j0qwtd", Sentiment = "negative",
            UserKey = 6463720123481459703,
            BranchId = "agtbrch_2002n1d5a7bfe3q8v6w9k4h1ztyc", SentimentScore = -0.52, SentimentLowest = -0.7, Frustration = 0.71,
            FrustrationHighest = 0.84, QueueSeconds = 47.3, Comment = "Waited almost a minute, then had to send the same photo twice.",
        },
        new Conversation
        {
            ConversationId = "conv_2414n3j8f6qwk1y5c9t2d3v7xbhe", AgentId = Outreach, AgentName = "Outreach Desk", Status = "done",
                CallSuccessful = "success", StartTime = 1791880200,
            DurationSeconds = 168, MessageCount = 5, BotMessageCount = 3, ClientTurnCount = 2, Direction = "inbound", Source = "sip_trunk",
                Channel = Channel.Phone, MainLanguage = "en",
            AgentPhone = "+442079460110", ClientPhone = "+442079460182", TerminationReason = "end_call tool was called.",
                EndReason = EndReason.AgentEnded, CostCredits = 1159,
            CostUsd = 0.2318, Title = "Plan change", Summary = "The caller changed to the basic plan.",
            VersionId = "agtvrsn_7802n2p1y6dce9v3r8t2q7k4swxf", Sentiment = "positive",
            ClientKey = 2582314909110499584, UserKey = 6991803435072305668,
            BranchId = "agtbrch_2103n2k6c9dgf4t1x7y5m8j3bqwe", SentimentScore = 0.44, SentimentLowest = 0.2, Frustration = 0.08,
            FrustrationHighest = 0.15, PersonKey = 4928378472683234966,
        },
        new Conversation
        {
            ConversationId = "conv_2515n3m2t9zxn7e4w5b1k8q3ydcv", AgentId = Outreach, AgentName = "Outreach Desk", Status = "done",
                CallSuccessful = "success", StartTime = 1791876900,
            DurationSeconds = 93, MessageCount = 3, BotMessageCount = 2, ClientTurnCount = 1, Source = "unknown", Channel = Channel.Web,
                MainLanguage = "en",
            EndReason = EndReason.None, Transferred = true, CostCredits = 630, CostUsd = 0.1259, Title = "Handed to a person",
            Summary = "The caller asked for a person and was handed back to Amazon Connect.",
            VersionId = "agtvrsn_7701n2m8z5bkc1x7p4y9s3j0qwtd", Sentiment = "neutral",
            BranchId = "agtbrch_2002n1d5a7bfe3q8v6w9k4h1ztyc", SentimentScore = -0.04, SentimentLowest = -0.1, Frustration = 0.31,
            FrustrationHighest = 0.4, Transfers = [("transfer_to_number_amazon_connect_success", 1)],
        },
    ];
}
