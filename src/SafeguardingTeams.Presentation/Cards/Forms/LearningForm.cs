using AdaptiveCards;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A small form about a referral for practice learning; its fields are drawn as those of the group's forms.</summary>
internal static class LearningForm
{
    internal static AdaptiveCard Draw(
        LearningFile file,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton> buttons
    ) =>
        RecordForm.Draw(
            $"Practice learning {OnScreen.Reference(file.Ref)}",
            filled,
            title,
            explained,
            fields,
            [.. buttons, Key(context, "Back to the referral", Verbs.OpenLearning, file)]
        );

    /// <summary>A button about the record.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        LearningFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Key(context, title, verb, file.Ref, more);

    /// <summary>The version it is drawn from, to go with what is sent: nobody replaces what they have not seen.</summary>
    internal static (string Key, string Value) Seen(LearningFile file) =>
        ("seen", file.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The referrals that follow it, to go with what is decided: nothing is decided for one that was not seen.</summary>
    internal static (string Key, string Value) Joined(LearningFile file) =>
        ("joined", string.Join(',', file.Joined.Select(joined => Written.Code(joined.Learning))));

    /// <summary>What a decision needs beside it: who referred, what kind, what could be learned, what happened in short (D10).</summary>
    internal static IEnumerable<Element> Facts(LearningFile file, int cut = 500) =>
        [
            Fact("Referred by", $"{file.Referral!.Referrer.Display}, {file.Referral.Referrer.AgencyName}"),
            Fact("Kind", string.Join("; ", file.Says.Kinds)),
            Fact("What could be learned", Inputs.Cut(file.Says.Learning, cut)),
            Fact(file.Says.IsOnlyGoodPractice ? "What went well" : "What happened", Inputs.Cut(file.Says.Outline, cut)),
            Fact("About", file.Says.IsAboutAChild ? Written.Count(file.Says.Children.Count, "child", "children") : "Not about one child"),
        ];
}
