using System.Collections.Immutable;
using SafeguardingTeams.Domain.Anonymity;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingWriting;

/// <summary>
/// Whoever writes a briefing puts it before somebody else to check (E20, E26). What it comes from is read with it: a name, an address, a
/// number or a birth date that stands there may not stand here; whatever else may point to a person is listed for whoever checks.
/// </summary>
/// <param name="Before">What was written when the draft was begun; null where nothing was.</param>
/// <param name="Answers">What is in the boxes.</param>
public sealed record WriteBriefing(RecordRef Briefing, Answers? Before, Answers Answers) : BriefingCommand(Briefing)
{
    /// <summary>The record it comes from; null where it comes from none.</summary>
    public RecordRef? Source { get; init; }

    /// <summary>What belongs to that and is read too (<see cref="BriefingSources.With"/>).</summary>
    public ImmutableList<RecordRef> With { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.WriteBriefing;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Source is { } source ? [source, .. With] : [];

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context)
    {
        var file = files.This;
        if (
            file.Plan!.Source != Source
            || files.Others.Count != Others.Count
            || !BriefingSources.AreWhole(files.Others.FirstOrDefault(), With)
        )
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var form = BriefingForms.Of(file.Plan.Purpose);
        if (!AnswerChange.Between(form, Before ?? Answers.None, file.Text?.Answers ?? Answers.None).IsEmpty)
        {
            return Decision.Refuse(
                new(
                    "changed-meanwhile",
                    "Somebody else has written it again since you began. Nothing is recorded yet: save this, and go on from its card."
                )
            );
        }

        var problems = Checking.Problems(form, Answers, context.Today);
        if (!problems.IsEmpty)
        {
            return new Decision.Refused([
                .. problems.Select(problem => new Refusal(
                    "incomplete",
                    problem.Message,
                    $"{problem.Place.PageId}/{problem.Place.RowId}/{problem.Place.QuestionId}"
                )),
            ]);
        }

        var known = KnownDetails.Of(files.Others);
        var found = BriefingForms
            .Texts(form, Answers)
            .SelectMany(text => PersonalDetails.In(text.Text, known).Select(detail => (text.Called, Detail: detail)))
            .ToList();
        var certain = found.Where(one => IsCertain(one.Detail)).Select(one => one.Called).Distinct().ToList();
        return certain.Count > 0
            ? Decision.Refuse(
                new(
                    "points-to-somebody",
                    $"In {string.Join(", ", certain.Select(box => $"\"{box}\""))} stands a name, a date, an address or a number that also "
                        + "stands in what this comes from. Say the role, the age or the season instead."
                )
            )
            : Decision.Accept(
                Briefing,
                new BriefingWritten(
                    new(
                        (file.Text?.Number ?? 0) + 1,
                        form.Id,
                        form.Version,
                        Answers,
                        new(context.Actor.PersonId, context.Actor.Display),
                        context.Today,
                        [.. found.Select(one => new FoundInBox(one.Called, one.Detail.Kind, one.Detail.Text)).Distinct()]
                    )
                )
            );
    }

    /// <summary>
    /// What is known by the source and stands there as it is. A part of a word, an agency, initials are for whoever checks.
    /// </summary>
    private static bool IsCertain(PersonalDetail found) =>
        found is { IsKnown: true, IsWhole: true, Kind: not (DetailKind.Agency or DetailKind.Initials) };
}

/// <summary>A briefing was put before whoever checks it.</summary>
public sealed record BriefingWritten(BriefingText Text) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingWritten.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.To(BriefingStage.Checking) with
        {
            Text = Text,
            Check = null,
            Approval = null,
            WhyAgain = "",
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => [BriefingCards.ToCheck(after), .. BriefingCards.Again(after)];
}
