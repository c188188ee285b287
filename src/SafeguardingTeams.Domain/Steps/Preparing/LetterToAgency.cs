using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>Letter and form go by mail, a card where they have the bot, and the folders are made (B3, B9).</summary>
public static class LetterToAgency
{
    internal static IEnumerable<Effect> Of(CaseFile file, string key)
    {
        var which = Which(file, key);
        return
        [
            new Effect.SendMail(file.Id, MailKind.ScopingLetter, Topic.Agency(key, which == 0 ? null : which)),
            ReviewCards.Representative(file, key),
            new Effect.KeepFolders(file.Id, key),
        ];
    }

    /// <summary>
    /// Which letter to the agency holds now, the first being 0: a new representative gets one of their own, and so does who is asked again.
    /// </summary>
    public static int Which(CaseFile file, string key) =>
        file.History.Count(recorded =>
            recorded.Event is RepresentativeNamed named && named.Key == key || recorded.Event is AgencyTakenOff taken && taken.Key == key
        );
}
