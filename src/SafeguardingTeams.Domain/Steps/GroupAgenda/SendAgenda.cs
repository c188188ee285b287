using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupAgenda;

/// <summary>Operations send agenda and papers to the members and the Scrutineer (E6, E13); again, where it changed since.</summary>
/// <param name="Seen">The version of the record the card was drawn from: pressed twice it goes once.</param>
public sealed record SendAgenda(RecordRef Meeting, int Seen) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.SendAgenda;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        !files.This.Agenda.Any() ? Decision.Refuse(new("empty", "Nothing is on the agenda. Put something on it first."))
        : files.This.AgendaSentAt is not null && Seen < files.This.ChangedAt ? Decision.Refuse(Refusal.Overtaken)
        : Decision.Accept(Meeting, new AgendaSent());
}

/// <summary>Agenda and papers went to the members and the Scrutineer.</summary>
public sealed record AgendaSent : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgendaSent.v1";

    /// <inheritdoc/>
    public override KeptKind? Sends => KeptKind.GroupAgenda;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.GroupPapers, recorded.At) with
        {
            AgendaSentAt = recorded.At,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [.. MeetingCards.News(after), new Effect.KeepPapers(after.Ref)];
}
