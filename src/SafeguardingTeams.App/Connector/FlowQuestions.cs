using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;

namespace SafeguardingTeams.App.Connector;

/// <summary>
/// A flow asks the three leads about a case, in the name of whoever it runs as, and waits: each lead answers on their card, and no flow
/// answers for a person. Whoever waits is registered before the question is asked, so that no answer comes before they wait.
/// </summary>
public sealed class FlowQuestions(FlowSubscriptions subscriptions, CommandRunner commands)
{
    /// <summary>Asks, and waits at an address.</summary>
    /// <param name="callback">Where the flow waits; another for each run, so that a call sent again asks once.</param>
    /// <returns>How the waiting was registered; or, where nothing was asked, how that ended.</returns>
    public async Task<(SubscribeEnd? Waits, CallEnd? Refused)> AskAsync(
        Caller.Person caller,
        CaseId about,
        string question,
        ImmutableList<string> options,
        string callback,
        CancellationToken cancellationToken
    )
    {
        var command = new AskLeads(about, question, options, AskLeads.FromAFlow);
        if (await commands.WouldRefuseAsync(command, caller.Actor, cancellationToken) is { Code: "not-found" or "not-yours" } refusal)
        {
            return (null, new CallEnd.Refused([refusal]));
        }

        var by = new FlowSubscriber.Person(caller.Account, caller.Actor.PersonId);
        var commandId = FlowReferrals.CommandId(caller, [nameof(AskLeads), about.Value, callback, question, .. options]);
        var waits = await subscriptions.WaitAsync(by, about, commandId, callback, cancellationToken);
        if (waits is not SubscribeEnd.Done done)
        {
            return (waits, null);
        }

        var end = CallEnd.Of(await commands.RunAsync(command, commandId, caller.Actor, cancellationToken));
        if (end is CallEnd.Done)
        {
            return (done, null);
        }

        await subscriptions.RemoveAsync(by, done.Id, cancellationToken);
        return (null, end);
    }
}
