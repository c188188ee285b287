using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bot.Api.Calling;

/// <summary>Addresses in answers: where a record is opened, and where the next page is; always at the host that people know.</summary>
internal sealed class Links(PartnershipWords words)
{
    /// <summary>Where the API stands.</summary>
    internal const string Root = "/api/v1";

    /// <summary>The most of one page.</summary>
    internal const int MostOfAPage = 100;

    /// <summary>Where a record is opened: its reference and nothing else stands in the link (F2).</summary>
    internal string Of(RecordRef record) => new Uri(words.WebPage, $"/?open={record}").ToString();

    /// <summary>Where a registration is taken back.</summary>
    internal string OfSubscription(string id) => new Uri(words.WebPage, $"{Root}/subscriptions/{id}").ToString();

    /// <summary>A page of a list, and the address of the next one, at this host; null where there is none.</summary>
    /// <param name="http">The call: its path, and what else it asks for, stand in the next one's.</param>
    /// <param name="all">The whole list, in its order.</param>
    /// <param name="skip">How many came before; none where nothing is said.</param>
    /// <param name="top">How many are asked for.</param>
    internal (IReadOnlyList<T> Page, string? Next) PageOf<T>(HttpContext http, IReadOnlyList<T> all, int? skip, int? top)
    {
        var (from, most) = (Math.Max(0, skip ?? 0), Math.Clamp(top ?? MostOfAPage, 1, MostOfAPage));
        var page = all.Skip(from).Take(most).ToList();
        if (from + page.Count >= all.Count)
        {
            return (page, null);
        }

        var query = QueryString.Create(
            http.Request.Query.Where(one => one.Key != "skip")
                .SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value)))
                .Append(KeyValuePair.Create<string, string?>("skip", $"{from + page.Count}"))
        );
        return (page, new Uri(words.WebPage, $"{http.Request.Path}{query}").ToString());
    }
}
