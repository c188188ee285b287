using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// The whole story with each thing a real tenant was found to do otherwise: after every step every folder is open to exactly those it
/// should be, nobody gets a mail twice, no meeting is without its link, what is answered is known, and nothing waits for a person. So too
/// where every kind of call fails once after each step.
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public partial class VariantTests
{
    private const string Nurse = "designated-nurse@people.example";

    private static readonly Lazy<Task<string>> Plain = new(async () =>
    {
        await using var fixture = await PlayAsync(GraphVariants.None);
        return await EndState.OfAsync(fixture);
    });

    public static TheoryData<GraphVariants> Variants { get; } =
    [.. Enum.GetValues<GraphVariants>().Where(one => one != GraphVariants.None)];

    /// <summary>Each of them, some at once: a run with faults takes longer.</summary>
    public static TheoryData<GraphVariants> Together { get; } =
    [
        GraphVariants.SeveralFacets
            | GraphVariants.SentUnderAnotherId
            | GraphVariants.FormatPassedOver
            | GraphVariants.AgainIsAConflict
            | GraphVariants.OtherAddresses,
        GraphVariants.LimitedAccess | GraphVariants.SendsLate | GraphVariants.NothingConverted | GraphVariants.LinkComesLate,
        GraphVariants.GroupsWithoutId
            | GraphVariants.GuestsKnownLate
            | GraphVariants.SentWithoutOurProperty
            | GraphVariants.TextEndsTheLink,
        GraphVariants.GuestsListedOnceIn | GraphVariants.OneMoreTellsAll,
    ];

    [Fact]
    public void Each_is_in_one_of_the_runs_with_faults() =>
        Assert.Equal(
            Enum.GetValues<GraphVariants>().Aggregate((all, one) => all | one),
            Together.Select(row => row.Data).Aggregate((all, one) => all | one)
        );

    [Theory, MemberData(nameof(Variants))]
    public async Task The_whole_story_comes_to_the_same_end_and_access_is_right_after_every_step_B9_B10_B13(GraphVariants variant)
    {
        await using var fixture = await PlayAsync(variant);
        Assert.Equal(Same(variant, await Plain.Value), Same(variant, await EndState.OfAsync(fixture)));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Theory, MemberData(nameof(Together))]
    public async Task So_it_does_where_every_kind_of_call_fails_once_after_each_step(GraphVariants variants)
    {
        var (failed, next) = (new ConcurrentDictionary<(string, string), bool>(), 0);
        await using var fixture = await PlayAsync(variants, fixture =>
        {
            fixture.StepBegins = failed.Clear;
            fixture.Graph.Faults.Weather = (method, template) =>
                GraphFault.Passing[Interlocked.Increment(ref next) % GraphFault.Passing.Count] is var fault
                && (fault.Status != 404 || template != "/sites/{site}/drives")
                && failed.TryAdd((method, template), true)
                    ? fault
                    : null;
        });
        Assert.Equal(Same(variants, await Plain.Value), Same(variants, await EndState.OfAsync(fixture)));
        Assert.Empty(fixture.Graph.Complaints);
    }

    private static async Task<ReconcileFixture> PlayAsync(GraphVariants variants, Action<ReconcileFixture>? with = null)
    {
        var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Variants = variants;
        with?.Invoke(fixture);
        fixture.StepEnds = async () =>
        {
            await AccessLists.AssertRightAsync(fixture);
            var weather = fixture.Graph.Faults.Weather;
            fixture.Graph.Faults.Weather = null;
            Answer(fixture);
            await fixture.SweepAsync();
            await AccessLists.AssertRightAsync(fixture);
            fixture.Graph.Faults.Weather = weather;
        };
        return await WholeReview.RunAsync(fixture);
    }

    /// <summary>The nurse accepts whatever she is invited to.</summary>
    private static void Answer(ReconcileFixture fixture)
    {
        foreach (
            var (id, _) in fixture
                .Graph.Outlook.Of(Nurse)
                .Calendar.Where(invitation => invitation.Value is { IsCancelled: false, Response: "none" })
                .ToList()
        )
        {
            fixture.Graph.Outlook.Respond(Nurse, id, "accepted");
        }
    }

    /// <summary>The end, but for what the tenant does otherwise by itself: what it converts, and whom it tells of what.</summary>
    private static string Same(GraphVariants variants, string end)
    {
        end = variants.HasFlag(GraphVariants.NothingConverted) ? Converted().Replace(end, "$1.docx") : end;
        return variants.HasFlag(GraphVariants.OneMoreTellsAll) ? end.Replace(", Update", "", StringComparison.Ordinal) : end;
    }

    [GeneratedRegex(@"(/pack/\S+-(referral|return|chronology)\S*)\.pdf")]
    private static partial Regex Converted();
}
