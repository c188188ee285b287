using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <summary>A draft is read for good as well.</summary>
public partial class GoldenEventTests
{
    [Fact]
    public void A_draft_is_read_back_as_it_was_written()
    {
        var draft = new Draft(
            CaseStory.Id,
            "p-1",
            DraftPurpose.ChangeReferral,
            "serious-incident-referral",
            1,
            Some,
            4,
            CaseStory.Monday,
            CaseStory.Monday
        )
        {
            Before = Answers.None,
            Done = ["a", "b"],
            Removed = new("children", 0, AnswerRow.Empty("r2").With("name", "Child B")),
        };
        var text = StoredJson.Write(draft with { Again = true, How = "as a Word form" });
        Assert.True(StoredJson.ReadDraft(text).Again);
        var older = text.Replace("\"about\":\"\",", "", StringComparison.Ordinal)
            .Replace("\"how\":\"as a Word form\",", "", StringComparison.Ordinal);
        Assert.NotEqual(text, older);
        Assert.Equal(("", ""), (StoredJson.ReadDraft(older).About, StoredJson.ReadDraft(older).How));
        Assert.Equal(text, StoredJson.Write(StoredJson.ReadDraft(text)));
        Assert.Equal("Child B", StoredJson.ReadDraft(text).Removed!.Row["name"]);
    }
}
