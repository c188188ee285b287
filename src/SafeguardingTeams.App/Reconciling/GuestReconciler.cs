using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionOwnership;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Finds the account of an action's owner who was entered by hand, or has the site's tenant invite them, and ties the action to it (C5).
/// Whose an address is, the partnership's file says, then the directory of our own tenant; never what somebody brings along.
/// </summary>
internal sealed class GuestReconciler(IGuests guests, IPeople people, GraphTenant tenant, CommandRunner commands, LondonClock clock)
    : IReconciler
{
    private const string Inviting = "inviting";

    public ReconcileKind Kind => ReconcileKind.Guests;

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        if (record is not ActionFile file || !TieActionOwner.IsOwed(file, job.About))
        {
            return new ReconcileResult.Done();
        }

        var owner = file.Owner!;
        if (OfTheFile(owner.Email) is { } known)
        {
            return await TieAsync(job, new(file.Ref, known, Invited: false) { Round = file.TimesBegun }, [], cancellationToken);
        }

        if (!people.ListsTenant(tenant.Id))
        {
            return new ReconcileResult.DeadLettered(
                "The tenant of the SharePoint site is none of the partnership's tenants, so that a guest of it could not sign in here. "
                    + "Tell whoever looks after this system."
            );
        }

        var (account, isInvited) = await AccountAsync(owner, checkpoint, cancellationToken);
        return people.Recognise(new(tenant.Id, account.Id), clock.Today) switch
        {
            Arrival.Known there => await TieAsync(
                job,
                new(file.Ref, there.Actor.PersonId, isInvited) { Round = file.TimesBegun },
                [],
                cancellationToken
            ),
            Arrival.Practitioner practitioner => await TieAsync(
                job,
                new(file.Ref, practitioner.PersonId, isInvited) { Round = file.TimesBegun },
                account.IsFromElsewhere ? [Guests.Row(practitioner.PersonId, owner)] : [],
                cancellationToken
            ),
            _ => throw new InvalidOperationException("The directory gave an object id that is none."),
        };
    }

    /// <summary>The one person of the file with an address; null where there is none, or where several share it.</summary>
    private string? OfTheFile(string address) =>
        people.Actors(clock.Today).FindAll(person => person.Email.Equals(address, StringComparison.OrdinalIgnoreCase)) is [var one]
            ? one.PersonId
            : null;

    /// <summary>
    /// The account, and whether it came about by our invitation. That one is about to be made is noted before: where its end is not known,
    /// what is found afterwards is ours. Inviting again who is in already gives the same account.
    /// </summary>
    private async Task<(DirectoryAccount Account, bool IsInvited)> AccountAsync(
        ActionOwner owner,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        if (await guests.FindAsync(owner.Email, cancellationToken).FoundAsync() is { } found)
        {
            return (found, found.IsFromElsewhere && checkpoint[Inviting].Length > 0);
        }

        await checkpoint.SaveAsync(cancellationToken, (Inviting, "yes"));
        var made = await guests.InviteAsync(owner.Email, owner.Name, cancellationToken).ValueAsync();
        return (made, made.IsFromElsewhere);
    }

    private async Task<ReconcileResult> TieAsync(
        ReconcileJob job,
        TieActionOwner command,
        IReadOnlyList<RowWrite> withIt,
        CancellationToken cancellationToken
    )
    {
        var outcome = await commands.RunAsync(command, $"came-in-{job.About}", SystemActor.Instance, null, _ => withIt, cancellationToken);
        return outcome is Outcome.Refused { Record: ActionFile now } refused && TieActionOwner.IsOwed(now, job.About)
            ? new ReconcileResult.DeadLettered(refused.Reasons[0].Message)
            // Done, or overtaken: it has ended meanwhile, or is somebody else's.
            : new ReconcileResult.Done();
    }
}
