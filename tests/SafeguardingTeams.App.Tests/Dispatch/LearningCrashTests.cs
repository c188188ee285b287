using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>Practice learning with a process that ends between any two of its steps: what is told is recorded once (D8).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LearningCrashTests(Emulator emulator)
{
    [Fact]
    public async Task A_crash_between_any_two_steps_ends_as_if_nothing_had_happened_and_a_correction_is_told_again_PD16()
    {
        (Command, Actor)[] before =
        [
            (LearningStory.Submit(), LearningStory.Lead with { PersonId = "the-referrer" }),
            (
                LearningStory.AnotherReason with
                {
                    Again = false,
                    Reason = "It is so.",
                    Themes = [],
                    PutRight = "",
                },
                AppFixture.Holder(Role.Chair)
            ),
        ];
        var end = await CutOff.AsIfNothingAsync(() => emulator.OpenToldAtAsync("LearningCrash", async fixture =>
                {
                    foreach (var (command, actor) in before)
                    {
                        await fixture.RunAsync(command, actor);
                        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
                    }
                }), LearningStory.AnotherReason with { Themes = [] }, AppFixture.Holder(Role.Chair), LearningStory.Id);
        Assert.Contains("WayReasonPutRight,LearningReferrerTold", end, StringComparison.Ordinal);
    }
}
