using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>Themes across the work (E11).</summary>
internal static class ThemeOperations
{
    internal static void MapThemes(this RouteGroupBuilder api)
    {
        api.MapGet("/themes", ListAsync)
            .As("ListThemes", "List themes")
            .Saying("This operation lists the themes of the partnership, with how many records carry each.")
            .Giving<ThemeRows>()
            .ForApplicationsToo();
        api.MapGet("/themes/{theme}/records", RecordsAsync)
            .As("GetTheme", "Get the records of a theme")
            .Saying("This operation names the cases and practice learning referrals that carry a theme and that you may open.")
            .Giving<RecordNames>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, CodedThemes themes) =>
        CodedThemes.May(Calls.Of(http))
            ? Results.Ok(
                new ThemeRows
                {
                    Value =
                    [
                        .. (await themes.ListAsync(http.RequestAborted)).Select(theme => new ThemeRow
                        {
                            Theme = theme.Id,
                            Name = theme.Name,
                            Records = theme.Records,
                            Retired = theme.IsRetired,
                        }),
                    ],
                }
            )
            : Problems.Of(StatusCodes.Status403Forbidden, Domain.Records.Refusal.NotYours.Code, Domain.Records.Refusal.NotYours.Message);

    private static async Task<IResult> RecordsAsync(
        HttpContext http,
        CodedThemes themes,
        Links links,
        [SaidAs("Theme", "The id of the theme.", ChosenFrom = "ListThemes")] string theme
    ) =>
        CodedThemes.May(Calls.Of(http)) && await themes.RecordsAsync(Calls.PersonOf(http), theme, http.RequestAborted) is { } records
            ? Results.Ok(
                new RecordNames
                {
                    Value =
                    [
                        .. records.Select(record => new RecordName
                        {
                            Record = record.ToString(),
                            Kind = KindNames.Of(record.Kind),
                            Link = links.Of(record),
                        }),
                    ],
                }
            )
            : Problems.NotThere;
}
