using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Drafts;

/// <summary>
/// A form being filled in: kept page by page so that closing Teams loses nothing, deletable, and no part of the
/// record until it is sent. A draft starts a case, changes what its referral says, or belongs to a Rapid Review.
/// </summary>
/// <param name="Record">The record it will begin, or belongs to.</param>
/// <param name="AuthorId">The one person who may see and fill it in.</param>
/// <param name="Purpose">What sending it does.</param>
/// <param name="Answers">The text as typed, good or not.</param>
/// <param name="Revision">Goes up by one with each save: tells a card that was drawn from an older state.</param>
/// <param name="SavedAt">When last saved.</param>
public sealed record Draft(
    RecordRef Record,
    string AuthorId,
    DraftPurpose Purpose,
    string FormId,
    int FormVersion,
    Answers Answers,
    int Revision,
    DateTimeOffset StartedAt,
    DateTimeOffset SavedAt
)
{
    /// <summary>The presses already done, newest last: pressing again, or Teams delivering again, changes nothing.</summary>
    public ImmutableList<string> Done { get; init; } = [];

    /// <summary>The row removed last, so that it can be put back; cleared by the next change.</summary>
    public RemovedRow? Removed { get; init; }

    /// <summary>The page the person was on, to go on there; empty before the first is saved.</summary>
    public string At { get; init; } = "";

    /// <summary>What was on the record when a change to it was begun; null where nothing was.</summary>
    public Answers? Before { get; init; }

    /// <summary>What it is about, where one person may have several of a purpose: an agency; empty else.</summary>
    public string About { get; init; } = "";

    /// <summary>How it came, where it was not begun on a card; empty else.</summary>
    public string How { get; init; } = "";

    /// <summary>Who began it, where its author took it over with the part of the case it belongs to; empty else.</summary>
    public string BegunBy { get; init; } = "";

    /// <summary>As many characters of the message it was begun from are not in it: they did not fit. 0 where all are.</summary>
    public int LeftOut { get; init; }

    /// <summary>Whether it corrects what has been sent already: a reason is asked for (PD16).</summary>
    public bool Again { get; init; }

    /// <summary>Which of its author's drafts under the reference it is; empty for the referral's own.</summary>
    public string Slot => SlotOf(Purpose, About);

    /// <summary>The slot of a purpose: one draft of each a person, for a return one an agency.</summary>
    public static string SlotOf(DraftPurpose purpose, string about) =>
        purpose switch
        {
            DraftPurpose.NewReferral or DraftPurpose.ChangeReferral or DraftPurpose.NewLearning or DraftPurpose.ChangeLearning => "",
            DraftPurpose.ScopingRequest => "request",
            DraftPurpose.ScopingReturn => $"return~{about}",
            DraftPurpose.MeetingRecord => "meeting",
            DraftPurpose.Briefing => "briefing",
        };

    /// <summary>Whether it may be recorded while something is missing: what needs it whole comes later and asks again.</summary>
    public bool MayBeIncomplete => Purpose is DraftPurpose.ScopingRequest or DraftPurpose.MeetingRecord;

    /// <summary>
    /// The same changes, made to what is on the record now: what others have recorded since is there, and what was typed here too.
    /// </summary>
    public Draft On(Answers now) =>
        Before is null ? this : this with { Before = now, Answers = AnswerChange.Apply(now, AnswerChange.Between(Form, Before, Answers)) };

    public Form Form => FormLibrary.Get(FormId, FormVersion);

    private const int Remembered = 20;

    /// <summary>The draft after one press that changes it.</summary>
    /// <param name="invocation">The id of the press, unique to one drawing of one card and its button.</param>
    /// <param name="answers">The answers after it.</param>
    public Draft Saved(string invocation, DateTimeOffset at, Answers answers) =>
        this with
        {
            Answers = answers,
            Revision = Revision + 1,
            SavedAt = at,
            Removed = null,
            Done = [.. Done.Add(invocation).TakeLast(Remembered)],
        };
}

/// <summary>What sending a draft does.</summary>
public enum DraftPurpose
{
    /// <summary>Sends a new referral to the MASH.</summary>
    NewReferral,

    /// <summary>Changes what a sent referral says: completes what is blank, corrects what is wrong (PD6a, PD16).</summary>
    ChangeReferral,

    /// <summary>Records what goes to the agencies (B4).</summary>
    ScopingRequest,

    /// <summary>Returns an agency's scoping form (B5, B6).</summary>
    ScopingReturn,

    /// <summary>Records what the Rapid Review meeting discussed and recommends (B16).</summary>
    MeetingRecord,

    /// <summary>Refers for practice learning (D1).</summary>
    NewLearning,

    /// <summary>Changes what a sent referral for practice learning says (PD16).</summary>
    ChangeLearning,

    /// <summary>Puts a briefing before whoever checks it (E20).</summary>
    Briefing,
}

/// <summary>A removed row and where it stood.</summary>
public sealed record RemovedRow(string GroupId, int At, AnswerRow Row);
