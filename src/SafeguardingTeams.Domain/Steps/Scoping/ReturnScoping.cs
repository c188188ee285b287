using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Scoping;

/// <summary>
/// An agency returns its form (B5, B6), or confirms that the family is not known to it: a nil return counts as a return (B7). By its
/// representative, or by operations who read a Word form in. It can be corrected, with a reason.
/// </summary>
/// <param name="Known">Whether the family is known to it.</param>
/// <param name="Answers">The answers; none for a nil return.</param>
/// <param name="How">How it came.</param>
/// <param name="Reason">Why it is corrected; else empty.</param>
/// <param name="Again">Whether a return was there already when the card was drawn.</param>
public sealed record ReturnScoping(CaseId CaseId, string Agency, bool Known, Answers Answers, string How, string Reason, bool Again = false)
    : CaseCommand(CaseId)
{
    /// <summary>
    /// Who told operations that the family is not known, where they enter it for an agency; null where it says so itself.
    /// </summary>
    public HeardFrom? Heard { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.ReturnScoping;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        if (AgencyRights.Refuse(context.Actor, files.This, Agency, out var agency) is { } notTheirs)
        {
            return Decision.Refuse(notTheirs);
        }

        if (Again != agency.Return is not null)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var isTheirOwn = agency.Representative?.PersonId == context.Actor.PersonId;
        var said = Known || isTheirOwn || Heard is null ? null : Heard with { Who = Heard.Who.Trim() };
        var problems = Known ? Checking.Problems(InitialScopingV1.Form, Answers, context.Today) : [];
        return !problems.IsEmpty ? new Decision.Refused([.. problems.Select(problem => new Refusal("incomplete", problem.Message))])
            : agency.Return is { } before
            && (before.Known, before.Heard) == (Known, said)
            && (!Known || AnswerChange.Between(InitialScopingV1.Form, PrefilledReturn.Over(files.This, before.Answers), Answers).IsEmpty)
                ? Decision.Refuse(new("nothing-changed", "This is what was returned already."))
            : !Known && !isTheirOwn && Unheard(said, context.Today) is { } unheard ? Decision.Refuse(unheard)
            : Again && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed("Say why the return is put right. The earlier one stays on the record."))
            : Reasons.TooLong(Reason) is { } tooLong ? Decision.Refuse(tooLong)
            : Decision.Accept(
                CaseId,
                new ScopingReturned(
                    Agency,
                    Known,
                    Known ? InitialScopingV1.FormId : "",
                    Known ? 1 : 0,
                    Known ? Answers : Answers.None,
                    How,
                    Reason.Trim()
                )
                {
                    Securing = Secures(files.This, agency, context),
                    Heard = said,
                }
            );
    }

    /// <summary>What is missing where operations enter that the family is not known: who told them, when and how.</summary>
    private static Refusal? Unheard(HeardFrom? said, DateOnly today) =>
        string.IsNullOrEmpty(said?.Who)
            ? new("answer-needed", "Enter who told you that the family is not known: name and job title.", "who")
        : said.Who.Length > HeardFrom.Longest ? new("too-long", $"Shorten it to {HeardFrom.Longest} characters or fewer.", "who")
        : said.On > today ? new("in-future", "This date is in the future. Enter today's date or an earlier one.", "date")
        : null;

    /// <summary>Whoever said that the family is not known, and knows it after all, has its records to secure (B7, B9).</summary>
    private Deadline? Secures(CaseFile file, ReviewAgency agency, DecisionContext context) =>
        Known && agency is { Return.Known: false, Securing.IsComplete: false, AskedAt: { } asked } && !file.Review.AccessEnded
            ? SecuringClock.Pin(file, Agency, context, London.DateOf(asked))
            : null;
}

/// <summary>An agency has returned its form, or a nil return.</summary>
public sealed record ScopingReturned(string Agency, bool Known, string FormId, int FormVersion, Answers Answers, string How, string Reason)
    : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ScopingReturned.v1";

    /// <summary>Of securing its records, where that is waited for again; null where it is not.</summary>
    public Deadline? Securing { get; init; }

    /// <summary>Who told operations that the family is not known; null where the agency says so itself, or it was not recorded.</summary>
    public HeardFrom? Heard { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var came = new ScopingReturn(recorded.At, $"{recorded.By.Display}, {recorded.By.Agency}", Known, FormId, FormVersion, Answers, How)
        {
            Heard = Heard,
        };
        var returned = file.Stop(ReturnClock.Id(Agency), recorded.At) with
        {
            Review = file.Review.With(Agency, agency => agency with { Return = came }),
        };
        return SecuringClock.Settled(Securing is null ? returned : returned.Start([Securing]), recorded.At);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            ReviewCards.Representative(after, Agency),
            Tell.To(after, CardKind.ReturnReceived, Role.Operations, Topic.Agency(Agency, after.Version)),
            .. Known
                ? [new Effect.FileDocument(after.Id, DocumentKind.Return, Topic.Agency(Agency, after.Version))]
                : Enumerable.Empty<Effect>(),
            .. ReviewCards.Named(after),
            .. ReviewCards.Pack(after),
        ];
}

/// <summary>Who may act for an agency in a case.</summary>
public static class AgencyRights
{
    /// <summary>The person acts for no agency but their own.</summary>
    internal static Refusal NotTheirs { get; } = new("not-your-agency", "This belongs to another agency. Nothing has been changed.");

    /// <summary>
    /// Why somebody may not act for an agency: to whom it is not theirs the same words, whether it is asked at all or not (F2).
    /// Null where they may.
    /// </summary>
    internal static Refusal? Refuse(Actor actor, CaseFile file, string key, out ReviewAgency agency, bool nominee = false)
    {
        agency = file.Review.Agency(key)!;
        var theirs = agency is not null && (ActsFor(actor, agency, file) || nominee && agency.Securing.Nominee?.PersonId == actor.PersonId);
        return !theirs && !actor.RolesFor(file).Contains(Role.Operations) ? NotTheirs
            : agency is { AskedAt: not null } ? null
            : Refusal.Overtaken;
    }

    /// <summary>Its representative, or operations on its behalf.</summary>
    public static bool ActsFor(Actor actor, ReviewAgency agency, CaseFile file) =>
        agency.Representative?.PersonId == actor.PersonId || actor.RolesFor(file).Contains(Role.Operations);
}
