using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What the events of one step say in the timeline of a record: what happened, and why.</summary>
/// <typeparam name="TEvent">The events of that kind of record.</typeparam>
/// <typeparam name="TFile">Its state.</typeparam>
internal sealed class StepLines<TEvent, TFile>
    where TEvent : RecordEvent
    where TFile : RecordFile
{
    private readonly Dictionary<Type, Func<TEvent, TFile, (string What, string Why)>> _lines = [];

    internal IReadOnlyDictionary<Type, Func<TEvent, TFile, (string What, string Why)>> Lines => _lines;

    internal StepLines<TEvent, TFile> Line<T>(Func<T, TFile, (string What, string Why)> says)
        where T : TEvent
    {
        _lines.Add(typeof(T), (happened, file) => says((T)happened, file));
        return this;
    }
}

/// <summary>What a message of a record is about.</summary>
/// <param name="File">The record as it is now.</param>
/// <param name="About">Which of several messages of the kind.</param>
/// <param name="Words">The partnership's names.</param>
internal sealed record RecordAsked<TFile>(TFile File, Topic About, PartnershipWords Words)
    where TFile : RecordFile;

/// <summary>What the messages of one step say: what is asked and by when, never a fact of the record (F2).</summary>
internal sealed class StepTexts<TFile>
    where TFile : RecordFile
{
    private readonly Dictionary<CardKind, Func<RecordAsked<TFile>, (string Title, string Text)>> _messages = [];

    internal IReadOnlyDictionary<CardKind, Func<RecordAsked<TFile>, (string Title, string Text)>> Messages => _messages;

    internal StepTexts<TFile> Message(CardKind kind, Func<RecordAsked<TFile>, (string Title, string Text)> says)
    {
        _messages.Add(kind, says);
        return this;
    }
}
