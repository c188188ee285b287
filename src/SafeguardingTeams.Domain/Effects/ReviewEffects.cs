using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>What should follow from the events of the Rapid Review (section B). Null for an event that is none of its.</summary>
internal static class ReviewEffects
{
    internal static IEnumerable<Effect>? Of(CaseEvent happened, CaseFile file) => happened switch
    {
        RequestFilledIn filled => filled.Reason.Length == 0 ? [] : Asked(file).Select(agency => new Effect.SendMail(file.Id, MailKind.RequestPutRight, $"{agency.Key}.{Number(file.Version)}")),
        AgencyChosen or AgencyRemoved or AgencyLeftOut => [],
        RepresentativeNamed named => file.Review.Agency(named.Key) is { AskedAt: not null } ? [.. ToAgency(file, named.Key), new Effect.KeepMeeting(file.Id)] : [],
        AttendeeTakenOff taken when file.Review.SentAt is not null => [.. Invited(file), .. TakenOff(file, taken.Key), .. Doubts(file)],
        AttendeeInvited when file.Review.SentAt is not null => [.. Invited(file), .. Again(Doubts(file).Cast<Effect.ShowCard>())],
        MeetingPlanned or MeetingCancelled or AttendeeInvited or AttendeeTakenOff => file.Review.SentAt is null ? [] : Invited(file),
        ScopingSent => [.. Asked(file).SelectMany(agency => ToAgency(file, agency.Key)), new Effect.KeepMeeting(file.Id), .. Attendees(file), .. Meeting(file)],
        AgencyAsked asked => [.. ToAgency(file, asked.Key), new Effect.KeepMeeting(file.Id)],
        ScopingReturned returned =>
        [
            Representative(file, returned.Agency), To(file, CardKind.ReturnReceived, Role.Operations, $"{returned.Agency}.{Number(file.Version)}"),
            .. returned.Known ? [new Effect.FileDocument(file.Id, DocumentKind.Return, $"{returned.Agency}.{Number(file.Version)}")] : Enumerable.Empty<Effect>(),
            .. Named(file), .. Pack(file),
        ],
        SecuringConfirmed confirmed => [Representative(file, confirmed.Agency)],
        NomineeNamed named => [Representative(file, named.Agency), .. Nominee(file, named.Nominee, named.Agency), new Effect.KeepFolders(file.Id, named.Agency)],
        FileSecured => [],
        FolderReported reported =>
        [
            To(file, CardKind.FolderAlarm, Role.Operations, reported.What.Length > 0 ? Number(file.Version) : Alarm(file, reported.Agency)),
            reported.Agency.Length == 0 ? new Effect.KeepPack(file.Id) : new Effect.KeepFolders(file.Id, reported.Agency),
        ],
        StuckReported or StuckSettled => [To(file, CardKind.StuckAlarm, Role.Operations, Number(Stuck(file)))],
        AccessEnded => [.. Asked(file).Select(agency => new Effect.KeepFolders(file.Id, agency.Key)), .. Pack(file)],
        AttendeeDeclared declared => [.. Attendees(file).Where(card => card.About == declared.Attendee), .. Pack(file), .. Doubts(file)],
        InvitationsAnswered => Doubts(file),
        PaperAdded => Pack(file),
        PackShared => [new Effect.KeepPack(file.Id), .. Attendees(file)],
        AttendanceRecorded or MeetingRecorded => file.Review.Agreed is null ? [] : Partners.Leads.Select(lead => To(file, CardKind.PanelNews, lead, $"record-{Number(file.Version)}")),
        RecommendationAgreed => [.. Approval(file), .. Meeting(file)],
        RecommendationReopened => [.. Again(Approval(file)), .. Meeting(file)],
        ApprovalGiven => [.. Approval(file), .. Offered(file), .. file.Review.Approval!.Approved is null ? [] : Panel(file, $"approved-{Number(file.Version)}")],
        ApprovalMediationAskedFor => [.. Approval(file), Mediation(file, file.Review.Approval!.Round.Number)],
        ApprovalMediationRecorded => [.. Approval(file), Mediation(file, file.Review.Approval!.Round.Number - 1), .. Again(Approval(file, file.Review.Approval.Round.Number - 1))],
        ReportSent =>
        [
            new Effect.FileDocument(file.Id, DocumentKind.Report, ""), new Effect.FileDocument(file.Id, DocumentKind.PanelLetter, ""), new Effect.SendMail(file.Id, MailKind.ReportToPanel, ""),
            .. Asked(file).Select(agency => new Effect.SendMail(file.Id, MailKind.Outcome, agency.Key)), .. Panel(file, "sent"),
        ],
        PanelAnswered => Panel(file, $"answer-{Number(file.Version)}"),
        PartnersResponded or PartnersResponseCorrected => Panel(file, $"response-{Number(file.Version)}"),
        ReviewWithdrawn =>
        [
            .. file.Review.SentAt is null ? [] : new Effect[] { new Effect.KeepMeeting(file.Id), new Effect.KeepPack(file.Id) },
            .. Asked(file).SelectMany(agency => new Effect[] { new Effect.SendMail(file.Id, MailKind.Withdrawn, agency.Key), new Effect.KeepFolders(file.Id, agency.Key), Representative(file, agency.Key) with { OnlyIfShown = true } }),
            .. Again(Attendees(file)), .. All(file, CardKind.ReviewWithdrawn, ""),
        ],
        _ => null,
    };

    /// <summary>Letter and form go by mail, a card where they have the bot, and the folders are made.</summary>
    private static IEnumerable<Effect> ToAgency(CaseFile file, string key)
    {
        // A new representative gets a letter of their own.
        var named = file.History.Count(recorded => recorded.Event is RepresentativeNamed one && one.Key == key);
        return [new Effect.SendMail(file.Id, MailKind.ScopingLetter, named == 0 ? key : $"{key}.{Number(named)}"), Representative(file, key), new Effect.KeepFolders(file.Id, key)];
    }

    /// <summary>Since which event something has been stuck: one message for all that gets stuck before the rest is seen to.</summary>
    private static int Stuck(CaseFile file)
    {
        var (began, stuck) = (0, ImmutableHashSet<string>.Empty);
        foreach (var recorded in file.History)
        {
            began = recorded.Event is StuckReported { Why.Length: > 0 } && stuck.IsEmpty ? recorded.Sequence : began;
            stuck = recorded.Event switch
            {
                StuckReported { Why.Length: > 0 } reported => stuck.Add(reported.Subject),
                StuckReported done => stuck.Remove(done.Subject),
                StuckSettled settled => stuck.Remove(settled.Subject),
                _ => stuck,
            };
        }

        return began;
    }

    private static IEnumerable<ReviewAgency> Asked(CaseFile file) => file.Review.Agencies.Where(agency => agency.AskedAt is not null);

    private static Effect.ShowCard Representative(CaseFile file, string agency) => new(file.Id, CardKind.ScopingTask, new Recipient.RepresentativeOf(agency)) { About = agency };

    /// <summary>Who is in the partnership's list is shown it; everybody is told by mail once their folder is open.</summary>
    private static IEnumerable<Effect> Nominee(CaseFile file, Contact nominee, string agency) =>
        nominee.PersonId.Length == 0 ? [] : [new Effect.ShowCard(file.Id, CardKind.NomineeTask, new Recipient.ThePerson(nominee.PersonId)) { About = agency }];

    private static IEnumerable<Effect.ShowCard> Attendees(CaseFile file) => file.Review.Attendees.Where(attendee => attendee.Contact.PersonId.Length > 0)
        .Select(attendee => new Effect.ShowCard(file.Id, CardKind.AttendeeTask, new Recipient.ThePerson(attendee.Contact.PersonId)) { About = attendee.Key });

    /// <summary>The invitation is made what it should be, and everybody invited is shown it.</summary>
    private static IEnumerable<Effect> Invited(CaseFile file) => [new Effect.KeepMeeting(file.Id), .. Attendees(file), .. Pack(file), .. Meeting(file)];

    /// <summary>Who is taken off is told so on the message that invited them (B12).</summary>
    private static IEnumerable<Effect> TakenOff(CaseFile file, string key) =>
        file.History.LastOrDefault(recorded => recorded.Event is AttendeeInvited invited && invited.Attendee.Key == key)?.Event is AttendeeInvited { Attendee.Contact.PersonId: { Length: > 0 } person }
            ? [new Effect.ShowCard(file.Id, CardKind.AttendeeTask, new Recipient.ThePerson(person)) { About = key, OnlyIfShown = true }] : [];

    /// <summary>Whoever has become Chair or Scrutineer is invited, and who no longer is they are not: until the meeting has agreed (RO7, decision 17).</summary>
    internal static IEnumerable<Effect> Invitation(CaseFile file, Role role) =>
        role is Role.Chair or Role.Scrutineer && file.Stage == Stage.UnderReview ? [new Effect.KeepMeeting(file.Id)] : [];

    private static IEnumerable<Effect> Meeting(CaseFile file) => [To(file, CardKind.MeetingTask, Role.Operations, ""), To(file, CardKind.MeetingTask, Role.Chair, "")];

    /// <summary>Once shared, the pack is kept up to date: what came since is added, who may no longer read it is taken off.</summary>
    internal static IEnumerable<Effect> Pack(CaseFile file) => file.Review.PackSharedAt is null ? [] : [new Effect.KeepPack(file.Id)];

    /// <summary>Agencies that are named and not yet asked, once the letters are out (B8).</summary>
    internal static IEnumerable<Effect> Named(CaseFile file) =>
        file.Review.SentAt is null || NamedAgencies.Unasked(file).IsEmpty ? [] : [To(file, CardKind.AgencyNamed, Role.Operations, Number(file.Version))];

    private static IEnumerable<Effect> Doubts(CaseFile file) => Quorum.Impossible(file.Review.Attendees).IsEmpty
        ? Again([To(file, CardKind.QuorumWarning, Role.Operations, "")]) : [To(file, CardKind.QuorumWarning, Role.Operations, "")];

    private static IEnumerable<Effect.ShowCard> Approval(CaseFile file, int? number = null)
    {
        var round = Number(number ?? file.Review.Approval!.Round.Number);
        return [.. Partners.Leads.Select(lead => To(file, CardKind.ApprovalTask, lead, round)), To(file, CardKind.ApprovalProgress, Role.Chair, round), To(file, CardKind.ApprovalProgress, Role.Operations, round)];
    }

    private static IEnumerable<Effect> Offered(CaseFile file) => file.Review.Approval is { Approved: null, Round: { Differ: true, Mediated: false } round }
        ? [Mediation(file, round.Number)] : Again([Mediation(file, file.Review.Approval!.Round.Number)]);

    private static Effect.ShowCard Mediation(CaseFile file, int round) => To(file, CardKind.ApprovalMediation, Role.Scrutineer, Number(round));

    private static IEnumerable<Effect> Panel(CaseFile file, string about) => All(file, CardKind.PanelNews, about);

    private static IEnumerable<Effect> All(CaseFile file, CardKind kind, string about) =>
        new[] { Role.Operations, Role.Chair, Role.Scrutineer }.Concat(Partners.Leads).Select(role => To(file, kind, role, about));

    private static string Alarm(CaseFile file, string agency) =>
        Number(file.History.LastOrDefault(recorded => recorded.Event is FolderReported { What.Length: > 0 } reported && reported.Agency == agency)?.Sequence ?? 0);

    private static IEnumerable<Effect> Again(IEnumerable<Effect.ShowCard> cards) => cards.Select(card => card with { OnlyIfShown = true });

    private static Effect.ShowCard To(CaseFile file, CardKind kind, Role role, string about) => new(file.Id, kind, new Recipient.HoldersOf(role)) { About = about };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
