using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Stages and states of actions in words.</summary>
internal static class ActionWording
{
    private const int MostReferences = 6;

    /// <summary>Where it stands, in a list.</summary>
    internal static string Short(ActionStage stage) =>
        stage switch
        {
            ActionStage.NotStarted => "not agreed",
            ActionStage.Agreed => "to be done",
            ActionStage.Done => "done, to be accepted",
            ActionStage.Accepted => "accepted, impact to be seen",
            ActionStage.Changed => "it has changed",
            ActionStage.Ended => "ended by the group",
            ActionStage.Withdrawn => "withdrawn",
        };

    /// <summary>As a heading: the result, or by when; at most 32 characters.</summary>
    internal static string Heading(ActionFile file, DateOnly today) =>
        file.Stage switch
        {
            ActionStage.NotStarted => "Nothing agreed yet",
            ActionStage.Agreed => $"{(today > file.Due ? "Late: due" : "Due")} {Written.ShortDay(file.Due)}",
            ActionStage.Done => "Done: to be accepted",
            ActionStage.Accepted => "Accepted as done",
            ActionStage.Changed => "What was to change has changed",
            ActionStage.Ended => "Ended by the group",
            ActionStage.Withdrawn => "Withdrawn",
        };

    internal static string Of(ProgressState state) =>
        state switch
        {
            ProgressState.OnTrack => "On track",
            ProgressState.AtRisk => "At risk",
            ProgressState.Blocked => "Blocked",
        };

    internal static string Of(ImpactFound found) =>
        found switch
        {
            ImpactFound.Changed => "Changed",
            ImpactFound.Partly => "Partly changed",
            ImpactFound.Not => "Not changed",
            ImpactFound.TooEarly => "Too early to tell",
        };

    /// <summary>Who owns it, as they are called.</summary>
    internal static string Of(ActionOwner owner) =>
        !owner.IsByHand
            ? $"{owner.Display}, {owner.AgencyName}"
            : $"{owner.Name}, {owner.Display}, {owner.AgencyName} ({(owner.HasAccount ? "can sign in here" : "no account here")})";

    /// <summary>Its date, with the first one and how often there was more time (C20).</summary>
    internal static string Dates(ActionFile file) =>
        file.Due == file.FirstDue
            ? Written.Day(file.Due)
            : $"{Written.Day(file.Due)}; first agreed: {Written.ShortDay(file.FirstDue)}; "
                + file.Extensions switch
                {
                    0 => "opened again since",
                    1 => "more time agreed once",
                    _ => $"more time agreed {file.Extensions} times",
                };

    /// <summary>By when a clock of the action runs out.</summary>
    internal static string DueBy(ActionFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { } clock ? Clocks.By(clock.Deadline) : "the date set";

    /// <summary>What it comes from: its reference only to who reads all actions; an owner may have no part in it (F2).</summary>
    internal static string Source(ActionFile file, Actor viewer) =>
        file.RolesOf(viewer).Any(role => role is Role.Chair or Role.Operations or Role.Scrutineer)
            ? file.Source!.Item.Length > 0
                ? $"{file.Source.Record}, {file.Source.Item}"
                : $"{file.Source.Record}"
            : file.Source!.Item;

    /// <summary>Of what a report says is to be done, how much is written down as an action.</summary>
    internal static string WrittenDown(IReadOnlyList<ReportedAction> reported, IReadOnlyList<AgreedFrom> actions)
    {
        var written = reported.Sum(one => one.WrittenDown(actions).Count);
        var left = reported.Count(one => one.WrittenDown(actions).IsEmpty);
        return $"{Written.Count(reported.Count, "thing", "things")}; "
            + $"{(written == 0 ? "no action is written down yet" : Already(written))}"
            + $"{(written > 0 && left > 0 ? $", {Written.Count(left, "thing is", "things are")} not" : "")}";
    }

    /// <summary>How many actions are written down.</summary>
    internal static string Already(int written) => $"{Written.Count(written, "action is", "actions are")} written down already";

    /// <summary>The references of some actions, the first of many.</summary>
    internal static string References(IReadOnlyList<AgreedFrom> actions) =>
        string.Join(", ", actions.Take(MostReferences).Select(one => one.Action))
        + (actions.Count > MostReferences ? $" and {actions.Count - MostReferences} more" : "");
}
