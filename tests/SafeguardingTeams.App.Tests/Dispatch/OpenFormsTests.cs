using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>No message is edited while somebody has a form open in it (W1); nothing that is to be shown is lost by that.</summary>
public class OpenFormsTests(Emulator emulator)
{
    private const string Officer = "a:mash-officer";

    private static readonly CardReply Form = new CardReply.Card("{}"u8.ToArray(), IsForm: true);
    private static readonly CardReply NoForm = new CardReply.Card("{}"u8.ToArray(), IsForm: false);

    [Fact]
    public async Task A_message_with_a_form_open_in_it_is_edited_once_the_form_is_left_and_others_are_edited_meanwhile()
    {
        using var shelf = await PostedAsync();
        var message = shelf.Messages.Sent.First(sent => sent.Chat == Officer).MessageId;
        Assert.Same(Form, await Forms(shelf).AnsweredAsync(Officer, message, true, Form, CancellationToken.None));
        await MovesOnAsync(shelf);
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.DoesNotContain(shelf.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
        Assert.Contains(shelf.Messages.Sent, sent => sent.Chat != Officer && sent.IsUpdate);

        // Another device, on which the form is not open.
        Assert.Same(NoForm, await Forms(shelf).AnsweredAsync(Officer, message, false, NoForm, CancellationToken.None));
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.DoesNotContain(shelf.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });

        // The next page of the form, then the form is sent.
        Assert.Same(Form, await Forms(shelf).AnsweredAsync(Officer, message, true, Form, CancellationToken.None));
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.DoesNotContain(shelf.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
        Assert.Same(NoForm, await Forms(shelf).AnsweredAsync(Officer, message, true, NoForm, CancellationToken.None));
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(shelf.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
        Assert.Empty(await shelf.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
        Assert.Empty(await shelf.Rows.ReadAsync("open-form|", CancellationToken.None));
    }

    [Fact]
    public async Task A_form_that_was_left_behind_keeps_its_message_for_two_hours_and_no_longer()
    {
        using var shelf = await PostedAsync();
        await Forms(shelf)
            .AnsweredAsync(Officer, shelf.Messages.Sent.First(sent => sent.Chat == Officer).MessageId, true, Form, CancellationToken.None);
        await MovesOnAsync(shelf);
        foreach (var (hours, isEdited) in new[] { (0.0, false), (1.9, false), (2.1, true) })
        {
            shelf.Clock.Set(CaseStory.Monday.AddHours(hours));
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
            Assert.Equal(isEdited, shelf.Messages.Sent.Any(sent => sent is { Chat: Officer, IsUpdate: true }));
        }

        Assert.Empty(await shelf.Rows.ReadAsync(Keys.Parked, CancellationToken.None));
    }

    [Fact]
    public async Task A_new_message_comes_while_a_form_is_open_in_another()
    {
        using var shelf = await emulator.OpenAsync();
        await shelf.EverybodyHasTheAppAsync();
        await Forms(shelf).AnsweredAsync(Officer, "another", true, Form, CancellationToken.None);
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(shelf.Messages.Sent, sent => sent.Chat == Officer);
    }

    [Fact]
    public async Task Whenever_somebody_is_handed_a_form_the_message_is_not_edited_afterwards_and_in_the_end_it_is_as_the_case_is()
    {
        for (var step = 0; ; step++)
        {
            using var shelf = await PostedAsync();
            var message = shelf.Messages.Sent.First(sent => sent.Chat == Officer).MessageId;
            await MovesOnAsync(shelf);
            var (steps, handedOutAt) = (0, -1);
            shelf.Rows.Before = shelf.Messages.Before = async () =>
            {
                if (
                    steps++ == step
                    && await Forms(shelf, looks: 1).AnsweredAsync(Officer, message, true, Form, CancellationToken.None) is CardReply.Card
                )
                {
                    handedOutAt = shelf.Messages.Sent.Count;
                }
            };
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
            shelf.Rows.Before = shelf.Messages.Before = null;
            await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
            Assert.True(
                handedOutAt < 0 || !shelf.Messages.Sent.Skip(handedOutAt).Any(sent => sent is { Chat: Officer, IsUpdate: true }),
                $"Edited after step {step}."
            );

            await Forms(shelf).AnsweredAsync(Officer, message, true, NoForm, CancellationToken.None);
            for (var turn = 0; turn < 10 && await shelf.Dispatcher.WaitingAsync(CancellationToken.None) is { } until; turn++)
            {
                shelf.Clock.Set(until > shelf.Clock.GetUtcNow() ? until : shelf.Clock.GetUtcNow());
                await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
            }

            Assert.Empty(await shelf.Rows.ReadAsync(Keys.Outbox, CancellationToken.None));
            Assert.Single(shelf.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: false });
            Assert.Contains(shelf.Messages.Sent, sent => sent is { Chat: Officer, IsUpdate: true });
            if (steps <= step)
            {
                Assert.True(step > 8, $"{step} steps");
                return;
            }
        }
    }

    private static OpenForms Forms(Shelf shelf, int looks = 60) =>
        new(shelf.Rows, new(shelf.Clock), new(), NullLogger<OpenForms>.Instance) { Looks = looks };

    /// <summary>Everybody's first message is there.</summary>
    private async Task<Shelf> PostedAsync()
    {
        var shelf = await emulator.OpenAsync();
        await shelf.EverybodyHasTheAppAsync();
        Assert.IsType<Outcome.Done>(await shelf.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        await shelf.Dispatcher.DispatchAsync(CancellationToken.None);
        return shelf;
    }

    /// <summary>The case moves on, and everybody's message with it.</summary>
    private static async Task MovesOnAsync(Shelf shelf) =>
        Assert.IsType<Outcome.Done>(
            await shelf.RunAsync(new Domain.Steps.Referral.WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer)
        );
}
