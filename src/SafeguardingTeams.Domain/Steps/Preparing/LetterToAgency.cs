using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>Letter and form go by mail, a card where they have the bot, and the folders are made (B3, B9).</summary>
internal static class LetterToAgency
{
    internal static IEnumerable<Effect> Of(CaseFile file, string key)
    {
        // A new representative gets a letter of their own.
        var named = file.History.Count(recorded => recorded.Event is RepresentativeNamed one && one.Key == key);
        return
        [
            new Effect.SendMail(file.Id, MailKind.ScopingLetter, Topic.Agency(key, named == 0 ? null : named)),
            ReviewCards.Representative(file, key),
            new Effect.KeepFolders(file.Id, key),
        ];
    }
}
