using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Forms;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>What came of reading in a Word form.</summary>
public abstract record WordIntake
{
    /// <summary>The largest file that is read in, in bytes.</summary>
    public const long MaxBytes = Package.MaxBytes;

    private WordIntake() { }

    /// <summary>It was read.</summary>
    /// <param name="Reference">The case's reference, as in the file and as expected.</param>
    /// <param name="AgencyKey">The agency the file was sent to.</param>
    /// <param name="Answers">The answers as typed. Dates, times and choices are stored as the form stores them where they could be
    /// understood, else as typed: <see cref="Checking"/> then says what is wrong.</param>
    /// <param name="NotRead">What could not be read or understood, in plain words, for the person who reads it in. Holds text of
    /// the case: never for a log.</param>
    public sealed record Taken(
        string FormId,
        int FormVersion,
        string Reference,
        string AgencyKey,
        Answers Answers,
        ImmutableArray<string> NotRead
    ) : WordIntake;

    /// <summary>It was not read.</summary>
    /// <param name="Message">Why, and what to do, in plain words.</param>
    public sealed record Refused(IntakeRefusal Reason, string Message) : WordIntake;
}

/// <summary>Why a file was not read in.</summary>
public enum IntakeRefusal
{
    /// <summary>No Word file of today's format.</summary>
    NotWord,

    /// <summary>A Word file that cannot be opened.</summary>
    Damaged,

    /// <summary>More than we take, packed or unpacked.</summary>
    TooLarge,

    /// <summary>It carries a program.</summary>
    Macros,

    /// <summary>Protected by a password, or of the format before 2007.</summary>
    Protected,

    /// <summary>It carries other files or programs inside.</summary>
    Embedded,

    /// <summary>Not one of our forms, or its marks are gone.</summary>
    NoForm,

    /// <summary>Another form or another version.</summary>
    OtherForm,

    /// <summary>Of another case.</summary>
    OtherCase,

    /// <summary>Sent to another agency.</summary>
    OtherAgency,
}

/// <summary>What is expected to come back.</summary>
/// <param name="Form">The form that was sent.</param>
/// <param name="Reference">The case it was sent for.</param>
/// <param name="AgencyKey">The agency it was sent to; null to take any, and to look at what the file says.</param>
/// <param name="Sent">The answers it was sent with: details to be compared are known again by their rows.</param>
public sealed record ExpectedForm(Form Form, string Reference, string? AgencyKey, Answers Sent)
{
    /// <summary>
    /// Every section 1 that ever stood, oldest first, so that each answer is read as one about what its form asked (B4); none where
    /// the details sent are all there is.
    /// </summary>
    public ImmutableList<SectionOne> SectionOnes { get; init; } = [];

    /// <summary>A referral for practice learning that was handed out blank, as it may come back from anybody (D1).</summary>
    public static ExpectedForm PracticeLearning { get; } = new(PracticeLearningV1.Form, LearningForms.Blank, null, Answers.None);

    /// <summary>An agency's scoping form, as it may come back in a case.</summary>
    public static ExpectedForm Of(CaseFile file, string agencyKey) =>
        new(InitialScopingV1.Form, file.Id.Value, agencyKey, PrefilledReturn.Of(file)) { SectionOnes = SectionOne.All(file) };
}
