using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>Who is shown what of a referral for practice learning.</summary>
internal static class LearningCards
{
    /// <summary>To the referrer; what it says follows the record (D8). A new message for each thing they are told.</summary>
    internal static Effect.ShowCard ToReferrer(LearningFile after) =>
        after.TellsByPerson
            ? Operations(after)
            : new(after.Ref, CardKind.LearningProgress, new Recipient.ThePerson(after.Referral!.Referrer.PersonId))
            {
                About = Topic.AfterEvent(after.Version),
            };

    /// <summary>To the referrer: something has changed because of it (D8). A new message for each action.</summary>
    internal static Effect.ShowCard WhatChanged(LearningFile after) =>
        after.TellsByPerson
            ? Operations(after)
            : new(after.Ref, CardKind.LearningImpact, new Recipient.ThePerson(after.Referral!.Referrer.PersonId))
            {
                About = Topic.AfterEvent(after.Version),
            };

    /// <summary>To the safeguarding lead, or to operations where they have no account here (D9).</summary>
    internal static Effect.ShowCard ToTheLead(LearningFile after) =>
        after.Lead is { PersonId.Length: > 0 } lead
            ? new(after.Ref, CardKind.LearningAgreement, new Recipient.ThePerson(lead.PersonId))
            : Operations(after);

    /// <summary>To the Chair (D7).</summary>
    internal static Effect.ShowCard ToTheChair(LearningFile after) =>
        new(after.Ref, CardKind.LearningTriage, new Recipient.HoldersOf(Role.Chair));

    /// <summary>To operations.</summary>
    internal static Effect.ShowCard Operations(LearningFile after) =>
        new(after.Ref, CardKind.LearningNews, new Recipient.HoldersOf(Role.Operations));

    /// <summary>To the referrer: a question (D7).</summary>
    internal static Effect.ShowCard Question(LearningFile after, int number) =>
        after.TellsByPerson
            ? Operations(after)
            : new(after.Ref, CardKind.LearningQuestion, new Recipient.ThePerson(after.Referral!.Referrer.PersonId))
            {
                About = Topic.Round(number),
            };

    /// <summary>Messages that are there already are drawn anew: what they ask may be done.</summary>
    internal static IEnumerable<Effect> Again(LearningFile after) =>
        new[] { ToTheChair(after), Operations(after) }
            .Concat(after.Lead is { PersonId.Length: > 0 } ? [ToTheLead(after)] : [])
            .Concat(after.Questions.IsEmpty ? [] : [Question(after, after.Questions[^1].Number)])
            .Select(card => card with { OnlyIfShown = true });
}
