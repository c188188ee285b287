using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ReviewPeople;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Finds the account of somebody who was entered by hand, or has the site's tenant invite them, and ties the record to it: an action's
/// owner (C5), who is appointed to a review (C9). Whose an address is, the partnership's file says, then the directory of our
/// own tenant; never what somebody brings along.
/// </summary>
internal sealed class GuestReconciler(
    IGuests guests,
    IPeople people,
    GraphTenant tenant,
    CommandRunner commands,
    IRows rows,
    LondonClock clock
) : IReconciler
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
        if (Entered.Of(record, job.About) is not { } entered)
        {
            return new ReconcileResult.Done();
        }

        if (OfTheFile(entered.Email) is { } known)
        {
            return await TieAsync(job, entered.Tie(known, false), [], cancellationToken);
        }

        if (!people.ListsTenant(tenant.Id))
        {
            return new ReconcileResult.DeadLettered(
                "The tenant of the SharePoint site is none of the partnership's tenants, so that a guest of it could not sign in here. "
                    + "Tell whoever looks after this system."
            );
        }

        var (account, isInvited) = await AccountAsync(entered, checkpoint, cancellationToken);
        return people.Recognise(new(tenant.Id, account.Id), clock.Today) switch
        {
            Arrival.Known there => await TieAsync(job, entered.Tie(there.Actor.PersonId, isInvited), [], cancellationToken),
            Arrival.Practitioner practitioner => await TieAsync(
                job,
                entered.Tie(practitioner.PersonId, isInvited),
                account.IsFromElsewhere
                    ?
                    [
                        .. await RowAsync(entered.Row(practitioner.PersonId), cancellationToken),
                        .. GuestInvitations.Row(practitioner.PersonId, account),
                    ]
                    : [],
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
        Entered entered,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var found = await guests.FindAsync(entered.Email, cancellationToken).FoundAsync();
        if (found is not null && (!found.IsPending || checkpoint[Inviting].Length == 0))
        {
            return (found, found.IsFromElsewhere && checkpoint[Inviting].Length > 0);
        }

        if (found is not null)
        {
            // Ours, and it was cut off before it was noted where they accept: only an invitation says that.
            var again = await guests.InviteAsync(entered.Email, entered.Name, cancellationToken).ValueAsync();
            return (found with { AcceptAt = again.AcceptAt }, found.IsFromElsewhere);
        }

        await checkpoint.SaveAsync(cancellationToken, (Inviting, "yes"));
        var made = await guests.InviteAsync(entered.Email, entered.Name, cancellationToken).ValueAsync();
        return (made, made.IsFromElsewhere);
    }

    /// <summary>What is only begun, and never put in the place of another, is left out where something is there.</summary>
    private async Task<IReadOnlyList<RowWrite>> RowAsync(RowWrite row, CancellationToken cancellationToken) =>
        row is RowWrite.Insert && await rows.FindAsync(row.Key, cancellationToken) is not null ? [] : [row];

    private async Task<ReconcileResult> TieAsync(
        ReconcileJob job,
        Command command,
        IReadOnlyList<RowWrite> withIt,
        CancellationToken cancellationToken
    )
    {
        // Where somebody else begins the row meanwhile, the transaction fails and the job is tried again: it is there then.
        var outcome = await commands.RunAsync(command, $"came-in-{job.About}", SystemActor.Instance, null, _ => withIt, cancellationToken);
        return outcome is Outcome.Refused refused && Entered.Of(refused.Record, job.About) is not null
            ? new ReconcileResult.DeadLettered(refused.Reasons[0].Message)
            // Done, or overtaken: it has ended meanwhile, or is somebody else's.
            : new ReconcileResult.Done();
    }

    /// <summary>Who is still looked for.</summary>
    /// <param name="Tie">What ties the record to an account, given whose it is and whether it came about by our invitation.</param>
    /// <param name="Row">What is kept of them as a guest.</param>
    private sealed record Entered(string Email, string Name, Func<string, bool, Command> Tie, Func<string, RowWrite> Row)
    {
        /// <summary>Of a record, by an asking; null where nobody is looked for by it any more.</summary>
        internal static Entered? Of(RecordFile record, Topic about) =>
            record switch
            {
                ActionFile file when TieActionOwner.IsOwed(file, about) => new(
                    file.Owner!.Email,
                    file.Owner.Name,
                    (personId, invited) => new TieActionOwner(file.Ref, personId, invited) { Round = file.TimesBegun },
                    personId => Guests.Row(personId, file.Owner)
                ),
                ReviewFile file when TieReviewPerson.Owed(file, about) is { } person => new(
                    person.Who.Email,
                    person.Who.Name,
                    (personId, invited) => new TieReviewPerson(file.Ref, person.Number, person.AskedIn, personId, invited),
                    personId => Guests.Row(personId, person.Who)
                ),
                _ => null,
            };
    }
}
