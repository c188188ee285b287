using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>No message is edited while somebody has a form open in it (ADR 11); nothing that is to be shown is lost by that.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class OpenFormsTests(Emulator emulator)
{
    private const string Officer = "a:mash-officer";

    private static readonly CardReply Form = new CardReply.Card("{}"u8.ToArray(), IsForm: true);
    private static readonly CardReply NoForm = new CardReply.Card("{}"u8.ToArray(), IsForm: false);

    [Fact]
    public async Task A_message_with_a_form_open_in_it_is_edited_once_the_form_is_left_and_others_are_edited_meanwhile()
    {
        using var fixture = await PostedAsync();
        var message = fixture.Messages.Sent.First(sent => sent.Chat == Officer).MessageId;
        Assert.Same(Form, await Forms(fixture).AnsweredAsync(Officer, message, true, Form, CancellationToken.None));
        await MovesOnAsync(fixture);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.DoesNotContain(fixture.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
        Assert.Contains(fixture.Messages.Sent, sent => sent.Chat != Officer && sent.IsUpdate);

        // Another device, on which the form is not open.
        Assert.Same(NoForm, await Forms(fixture).AnsweredAsync(Officer, message, false, NoForm, CancellationToken.None));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.DoesNotContain(fixture.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });

        // The next page of the form, then the form is sent.
        Assert.Same(Form, await Forms(fixture).AnsweredAsync(Officer, message, true, Form, CancellationToken.None));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.DoesNotContain(fixture.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
        Assert.Same(NoForm, await Forms(fixture).AnsweredAsync(Officer, message, true, NoForm, CancellationToken.None));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        Assert.Empty(await fixture.Rows.ReadAsync("open-form|", CancellationToken.None));
    }

    [Fact]
    public async Task A_form_that_was_left_behind_keeps_its_message_for_two_hours_and_no_longer()
    {
        using var fixture = await PostedAsync();
        await Forms(fixture)
            .AnsweredAsync(
                Officer,
                fixture.Messages.Sent.First(sent => sent.Chat == Officer).MessageId,
                true,
                Form,
                CancellationToken.None
            );
        await MovesOnAsync(fixture);
        foreach (var (hours, isEdited) in new[] { (0.0, false), (1.9, false), (2.1, true) })
        {
            fixture.Clock.Set(CaseStory.Monday.AddHours(hours));
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            Assert.Equal(isEdited, fixture.Messages.Sent.Any(sent => sent is { Chat: Officer, IsUpdate: true }));
        }

        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None));
    }

    [Fact]
    public async Task A_new_message_comes_while_a_form_is_open_in_another()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        await Forms(fixture).AnsweredAsync(Officer, "another", true, Form, CancellationToken.None);
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, sent => sent.Chat == Officer);
    }

    [Fact]
    public async Task Whenever_somebody_is_handed_a_form_the_message_is_not_edited_afterwards_and_in_the_end_it_is_as_the_case_is()
    {
        for (var step = 0; ; step++)
        {
            using var fixture = await PostedAsync();
            var message = fixture.Messages.Sent.First(sent => sent.Chat == Officer).MessageId;
            await MovesOnAsync(fixture);
            var (steps, handedOutAt) = (0, -1);
            fixture.Rows.Before = fixture.Messages.Before = async () =>
            {
                if (
                    steps++ == step
                    && await Forms(fixture, looks: 1).AnsweredAsync(Officer, message, true, Form, CancellationToken.None) is CardReply.Card
                )
                {
                    handedOutAt = fixture.Messages.Sent.Count;
                }
            };
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            fixture.Rows.Before = fixture.Messages.Before = null;
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            Assert.True(
                handedOutAt < 0 || !fixture.Messages.Sent.Skip(handedOutAt).Any(sent => sent is { Chat: Officer, IsUpdate: true }),
                $"Edited after step {step}."
            );

            await Forms(fixture).AnsweredAsync(Officer, message, true, NoForm, CancellationToken.None);
            for (var turn = 0; turn < 10 && await fixture.Dispatcher.WaitingAsync(CancellationToken.None) is { } until; turn++)
            {
                fixture.Clock.Set(until > fixture.Clock.GetUtcNow() ? until : fixture.Clock.GetUtcNow());
                await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            }

            Assert.Empty(await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
            Assert.Single(fixture.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: false });
            Assert.Contains(fixture.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
            if (steps <= step)
            {
                Assert.True(step > 8, $"{step} steps");
                return;
            }
        }
    }

    private static OpenForms Forms(AppFixture fixture, int looks = 60) =>
        new(fixture.Rows, new(fixture.Clock), new(), NullLogger<OpenForms>.Instance) { Looks = looks };

    /// <summary>Everybody's first message is there.</summary>
    private async Task<AppFixture> PostedAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        return fixture;
    }

    /// <summary>The case moves on, and everybody's message with it.</summary>
    private static async Task MovesOnAsync(AppFixture fixture) =>
        Assert.IsType<Outcome.Done>(
            await fixture.RunAsync(new Domain.Steps.Referral.WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer)
        );
}
