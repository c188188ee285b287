using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Queues;

/// <summary>Writes an event's effects into the outbox, one row for each person they are for.</summary>
public static class OutboxRows
{
    /// <summary>The rows of one event's effects, to be inserted in its transaction.</summary>
    internal static IEnumerable<RowWrite> Of(RecordedEvent recorded, RecordFile record, DecisionContext context)
    {
        var effects = (recorded.Event, record) switch
        {
            (CaseEvent happened, CaseFile file) => EffectsOf.Event(happened, file),
            (GroupEvent happened, GroupFile group) => [.. happened.WhatFollows(group)],
            (LearningEvent happened, LearningFile learning) => EffectsOf.Once(happened.WhatFollows(learning)),
            (ActionEvent happened, ActionFile action) => EffectsOf.Once(happened.WhatFollows(action)),
            (MeetingEvent happened, MeetingFile meeting) => EffectsOf.Once(happened.WhatFollows(meeting)),
            (ReviewEvent happened, ReviewFile review) => EffectsOf.Once(happened.WhatFollows(review)),
            (BriefingEvent happened, BriefingFile briefing) => EffectsOf.Once(happened.WhatFollows(briefing)),
            _ => throw new InvalidOperationException($"Nobody says what follows from events of the {record.Ref.Kind} record."),
        };
        for (var i = 0; i < effects.Count; i++)
        {
            if (ReconcileJob.Of(effects[i], context.At) is { } job)
            {
                yield return new RowWrite.Insert(Keys.ReconcileLine(context.At, record.Ref, recorded.Sequence, i), job.Fields());
                continue;
            }

            var effect = (Effect.ShowCard)effects[i];
            foreach (var person in Persons(effect, record, context))
            {
                var key = Keys.OutboxLine(context.At, record.Ref, recorded.Sequence, i, person);
                yield return new RowWrite.Insert(
                    key,
                    new OutboxItem(effect.Record, effect.Kind, person, context.At)
                    {
                        About = effect.About,
                        OnlyIfShown = effect.OnlyIfShown,
                        Former = IsFormer(effect, person, record, context),
                    }.Fields()
                );
            }
        }
    }

    /// <summary>
    /// What is drawn anew of an action is drawn for whoever may have been shown it: a holder who is away by now, a deputy who stood in and
    /// has no sight of it any more (PD17).
    /// </summary>
    private static IEnumerable<string> Persons(Effect.ShowCard effect, RecordFile record, DecisionContext context) =>
        effect is { OnlyIfShown: true, To: Recipient.HoldersOf(var role) } && record is ActionFile
            ? Holding(role, record, context)
                .Union(context.People.Where(person => person.MayHold.Contains(role)).Select(person => person.PersonId))
        : effect is { Kind: CardKind.Reminder, To: Recipient.ThePerson(var id) }
        && record is ActionFile
        && context.People.Exists(person => person.PersonId == id && person.IsAway)
            // Nobody stands in for an owner: operations hear that a day passes while they are away.
            ? Holding(Role.Operations, record, context).Prepend(id).Distinct()
        : Persons(effect.To, record, context);

    /// <summary>Of other records than cases, roles are told, and persons that the record names.</summary>
    private static IEnumerable<string> Persons(Recipient to, RecordFile record, DecisionContext context) =>
        (to, record) switch
        {
            (_, CaseFile file) => Persons(to, file, context),
            (Recipient.HoldersOf(var role), _) => Holding(role, record, context),
            // Never to somebody who may not; where all of them are away, to operations too, who see to it.
            (Recipient.WhoMay(var step), _) => OrOperations(person => record.Refuse(step, person) is null, record, context),
            (Recipient.ThePerson(var id), _) => id.Length > 0 ? [id] : [],
            (Recipient.FormerHolder(var id), LearningFile learning) => context.People.Exists(person =>
                person.PersonId == id && LearningPermissions.Sees(learning, person)
            )
                ? []
                : [id],
            (Recipient.FormerHolder(var id), ActionFile or ReviewFile) => [id],
            // Those who read it for their agency, and it is another agency's now.
            (Recipient.FormerHoldersOf(var role), ActionFile action) => context
                .People.Where(person =>
                    (person.MayHold.Contains(role) || (role == Role.AgencyRepresentative && person.MayHold.Overlaps(Partners.Leads)))
                    && !ActionPermissions.Sees(action, person)
                )
                .Select(person => person.PersonId),
            (Recipient.MemberOf, ActionFile action) => OrOperations(
                person =>
                    person.Roles.Contains(Role.GroupMember) && action.IsOfTheAgency(person) && person.PersonId != action.Owner!.PersonId,
                action,
                context
            ),
            (Recipient.RepresentativeOf, ActionFile action) => OrOperations(action.LeadsTheAgency, action, context),
            (Recipient.MemberOf(var agency), ReviewFile or BriefingFile) => OrOperations(
                person => ReviewPermissions.IsMemberOf(person, agency),
                record,
                context
            ),
            (Recipient.RepresentativeOf(var agency), ReviewFile) => OrOperations(
                person => ReviewPermissions.Leads(person, agency),
                record,
                context
            ),
            _ => throw new InvalidOperationException($"{to.GetType().Name} are nobody for the {record.Ref.Kind} record."),
        };

    /// <summary>Whether somebody is shown only that it is no more theirs; of an action, who reads it sees what became of it.</summary>
    private static bool IsFormer(Effect.ShowCard effect, string personId, RecordFile record, DecisionContext context) =>
        record is ActionFile action
            ? (effect.OnlyIfShown || effect.To is Recipient.FormerHoldersOf or Recipient.FormerHolder)
                // Its owner may be in no file.
                && action.Owner?.PersonId != personId
                && !context.People.Exists(person => person.PersonId == personId && ActionPermissions.Sees(action, person))
            : effect.To is Recipient.FormerHoldersOf or Recipient.FormerHolder;

    /// <summary>These people; operations too where they are all away, and alone where there is nobody (PD17).</summary>
    private static IEnumerable<string> OrOperations(Func<Actor, bool> which, RecordFile record, DecisionContext context)
    {
        var found = context.People.Where(which).ToList();
        var told = found.Select(person => person.PersonId);
        return found.Exists(person => !person.IsAway) ? told : told.Union(Holding(Role.Operations, record, context));
    }

    private static IEnumerable<string> Persons(Recipient to, CaseFile file, DecisionContext context) =>
        to switch
        {
            Recipient.HoldersOf(var role) => Holding(role, file, context),
            Recipient.DeputiesOf(var role) => Deputies(role, file, context),
            Recipient.FormerHoldersOf(var role) => context
                .People.Where(person => person.MayHold.Contains(role) && !person.RolesFor(file).Contains(role))
                .Select(person => person.PersonId),
            // Whoever has it again, as a deputy or otherwise, keeps their message.
            Recipient.FormerHolder(var id) => context.People.Exists(person => person.PersonId == id && Permissions.Sees(file, person))
                ? []
                : [id],
            Recipient.RepresentativeOf(var agency) => file.Review.Agency(agency)?.Representative is { PersonId.Length: > 0 } named
                ? [named.PersonId]
                : [],
            Recipient.MemberOf(var agency) => context
                .People.Where(person =>
                    person.AgencyId == agency
                    && person.Roles.Contains(Role.GroupMember)
                    && file.Review.Agency(agency)?.Representative?.PersonId != person.PersonId
                )
                .Select(person => person.PersonId),
            Recipient.ThePerson(var id) => id.Length > 0 ? [id] : [],
            _ => throw new InvalidOperationException("An unknown recipient."),
        };

    /// <summary>
    /// Whoever holds the role for the case and has a part in it. Where they are all away it goes to operations too, and where
    /// nobody at all is left to operations alone, so that it is not lost (PD17).
    /// </summary>
    private static IEnumerable<string> Holding(Role role, RecordFile record, DecisionContext context)
    {
        var holders = context.People.Where(person => record.RolesOf(person).Contains(role)).ToList();
        var there = holders.Where(person => !person.IsAway).ToList();
        var told = (there.Count > 0 ? there : holders)
            .Where(person => record is not CaseFile file || Permissions.Sees(file, person))
            .Select(person => person.PersonId);
        return there.Count > 0 || role == Role.Operations ? told : told.Union(Holding(Role.Operations, record, context));
    }

    /// <summary>Whoever stands in as a deputy and is not away; where nobody does, operations.</summary>
    private static IEnumerable<string> Deputies(Role role, CaseFile file, DecisionContext context)
    {
        var deputies = context
            .People.Where(person => !person.IsAway && !person.Roles.Contains(role) && person.RolesFor(file).Contains(role))
            .Select(person => person.PersonId)
            .ToList();
        return deputies.Count > 0 ? deputies : Holding(Role.Operations, file, context);
    }
}
