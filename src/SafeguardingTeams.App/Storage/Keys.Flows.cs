using System.Globalization;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Storage;

/// <summary>Where what flows are told stands; ids only, as everywhere (F2).</summary>
internal static partial class Keys
{
    /// <summary>What flows are to be told, by commit, before it is known who is told.</summary>
    internal const string Announcements = "flow|";

    /// <summary>Who asked to be told.</summary>
    internal const string Subscriptions = "subscription|";

    /// <summary>What is to be posted to flows.</summary>
    internal const string FlowDeliveries = "hook|";

    internal const string DeadLetteredFlows = "hookdead|";

    internal static string AnnouncementLine(DateTimeOffset at, RecordRef record, int version) =>
        $"{Announcements}{Ticks(at)}|{record}|{version:D6}";

    internal static DateTimeOffset AnnouncedAt(string key) =>
        new(long.Parse(key.AsSpan(Announcements.Length, TickDigits), CultureInfo.InvariantCulture), TimeSpan.Zero);

    internal static string Subscription(string id) => $"{Subscriptions}{id}";

    /// <summary>What one subscriber has asked for.</summary>
    internal static string Subscriber(string subscriber) => $"subscriber|{subscriber}";

    internal static string FlowDeliveriesOf(string subscription) => $"{FlowDeliveries}{subscription}|";

    internal static string DeadLetteredFlowsOf(string subscription) => $"{DeadLetteredFlows}{subscription}|";

    /// <summary>One delivery: in the order in which it happened, of those of its subscription.</summary>
    internal static string FlowDeliveryLine(string subscription, DateTimeOffset at, RecordRef record, string which) =>
        $"{FlowDeliveriesOf(subscription)}{Ticks(at)}|{record}|{which}";

    /// <summary>The subscription a delivery is of.</summary>
    internal static string SubscriptionOf(string deliveryKey) => deliveryKey.Split('|')[1];
}
