using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupAgenda;

/// <summary>
/// Operations or the Chair put something on the agenda (E1): what waits, or an item of their own. What is there is not doubled.
/// </summary>
public sealed record AddToAgenda(RecordRef Meeting, ImmutableList<NewItem> Items) : MeetingCommand(Meeting)
{
    /// <summary>The most items of one agenda.</summary>
    public const int MostItems = 80;

    /// <inheritdoc/>
    public override Step Step => Step.ChangeAgenda;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        var there = files.This.Agenda.Select(item => item.Subject).OfType<RecordRef>().ToHashSet();
        var added = Items.RemoveAll(item => item.Subject is { } subject && there.Contains(subject));
        return added.IsEmpty ? Decision.Refuse(new("nothing-changed", "It is on the agenda already."))
            : files.This.Items.Count + added.Count > MostItems
                ? Decision.Refuse(new("too-many", $"An agenda holds at most {MostItems} items. Plan another meeting for the rest."))
            : MeetingWords.Unless(
                added
                    .Where(item => item.Subject is null)
                    .Select(item => MeetingWords.Line(item.Title, "title", "Say what it is, without a name.")),
                () => Decision.Accept(Meeting, new AgendaItemsAdded([.. added.Select(item => item with { Title = item.Title.Trim() })]))
            );
    }
}

/// <summary>Something was put on the agenda.</summary>
public sealed record AgendaItemsAdded(ImmutableList<NewItem> Items) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgendaItemsAdded.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        Added(file, Items, recorded, Calendar.London.DateOf(recorded.At) > file.Plan!.ClosesOn);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => MeetingCards.Again(after);

    internal static MeetingFile Added(MeetingFile file, ImmutableList<NewItem> items, RecordedEvent recorded, bool isLate) =>
        file with
        {
            Items = file.Items.AddRange(
                items.Select(
                    (item, i) =>
                        new AgendaItem(
                            file.Items.Count + i + 1,
                            item.Subject,
                            item.Title,
                            item.Asked,
                            Calendar.London.DateOf(recorded.At),
                            recorded.By.Display
                        )
                        {
                            IsLate = isLate,
                            PutOff = item.PutOff,
                        }
                )
            ),
        };
}

/// <summary>Operations or the Chair take an item off the agenda, with the reason; its subject waits for another meeting.</summary>
public sealed record DropFromAgenda(RecordRef Meeting, int Number, string Reason) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChangeAgenda;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Item(Number) is not { Dropped: "", Outcome: null } ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is taken off the agenda."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(Meeting, new AgendaItemDropped(Number, Reason.Trim()));
}

/// <summary>An item was taken off the agenda.</summary>
public sealed record AgendaItemDropped(int Number, string Reason) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgendaItemDropped.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { Dropped = Reason });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [
            .. MeetingCards.Again(after),
            .. MeetingCards.CoOpted(after, (item, one) => item.Number == Number && one.Off.Length == 0),
            .. after.Item(Number)!.CoOptedNow.Any() && after.Stage == MeetingStage.Planned
                ? [new Effect.KeepMeeting(after.Ref)]
                : Array.Empty<Effect>(),
        ];
}

/// <summary>Operations or the Chair bring an item one place forward, or back.</summary>
/// <param name="Seen">The place it had when the card was drawn, from 0: pressed twice it moves once.</param>
public sealed record OrderAgenda(RecordRef Meeting, int Number, bool Earlier, int Seen) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChangeAgenda;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        var order = files.This.Agenda.Select(item => item.Number).ToImmutableList();
        var (from, to) = (order.IndexOf(Number), order.IndexOf(Number) + (Earlier ? -1 : 1));
        return from < 0 || from != Seen ? Decision.Refuse(Refusal.Overtaken)
            : to < 0 || to >= order.Count ? Decision.Refuse(new("nothing-changed", "It stands there already."))
            : Decision.Accept(Meeting, new AgendaOrdered(order.RemoveAt(from).Insert(to, Number)));
    }
}

/// <summary>The agenda has another order.</summary>
/// <param name="Numbers">The items on it, first to last.</param>
public sealed record AgendaOrdered(ImmutableList<int> Numbers) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgendaOrdered.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file with
        {
            Items = [.. file.Items.OrderBy(item => Numbers.IndexOf(item.Number) is var place && place < 0 ? int.MaxValue : place)],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}

/// <summary>Operations or the Chair add a paper to an item, by name and link (E6, E13).</summary>
public sealed record AddPaper(RecordRef Meeting, int Number, string Name, string Link) : MeetingCommand(Meeting)
{
    private const int LongestLink = 1000;

    /// <inheritdoc/>
    public override Step Step => Step.ChangeAgenda;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Item(Number) is not { Dropped: "" } item ? Decision.Refuse(Refusal.Overtaken)
        : item.Papers.Exists(paper => paper.Link == Link.Trim())
            ? Decision.Refuse(new("nothing-changed", "This paper is there already.", "link"))
        : MeetingWords.Unless(
            [
                MeetingWords.Line(Name, "title", "Say what it is, without a name."),
                Uri.TryCreate(Link.Trim(), UriKind.Absolute, out var link)
                && link.Scheme == Uri.UriSchemeHttps
                && Link.Length <= LongestLink
                    ? null
                    : new("link", "Enter the paper's link. It begins with https://", "link"),
            ],
            () => Decision.Accept(Meeting, new AgendaPaperAdded(Number, Name.Trim(), Link.Trim(), IsLate(files.This, context)))
        );

    private static bool IsLate(MeetingFile file, DecisionContext context) =>
        context.Today > context.Pin(file, Calendar.Timescales.GroupPapers, file.Plan!.Day).DueDay;
}

/// <summary>A paper was added to an item.</summary>
public sealed record AgendaPaperAdded(int Number, string Name, string Link, bool IsLate) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgendaPaperAdded.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { Papers = item.Papers.Add(new(Name, Link, IsLate, recorded.By.Display)) });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}
