using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>For what somebody looked at a record, in words.</summary>
public static class ReadWords
{
    /// <summary>For what; of a reading from before purposes were recorded, that.</summary>
    public static string Of(ReadPurpose? purpose) =>
        purpose switch
        {
            ReadPurpose.Step => "to take a step or fill in a form",
            ReadPurpose.Reading => "to read where it stands",
            ReadPurpose.Document => "to open or send a document",
            ReadPurpose.Search => "to find a case by the child",
            ReadPurpose.Oversight => "to oversee the work",
            ReadPurpose.Flow => "for a flow in their name",
            ReadPurpose.Audit => "to see who has looked",
            ReadPurpose.Disclosure => "to give it out",
            null => "recorded before purposes were",
        };

    /// <summary>In what capacity, in words: who held no role had another part in it.</summary>
    public static string Capacity(IReadOnlyCollection<Role> roles) => roles.Count > 0 ? CaseWords.Roles(roles) : "with a part of their own";
}
