using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Audit;

/// <summary>Something that is not as it was exported.</summary>
/// <param name="Where">The export, the record and event, or the reading: by keys and numbers, never by what it says.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record AuditFinding(string Where, string What);

/// <summary>
/// Holds the exports against one another, and the table against them: whatever was changed, taken out, put in, moved or recomputed is
/// found. Of what is newer than the last export only the table's own chain can be held. Where the oldest exports have run out, what the
/// oldest that is left says of before is taken as it says it.
/// </summary>
internal sealed class AuditVerification
{
    /// <summary>By so much the clocks of two hosts may differ, and a commit may take.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private const string HeadLost = "The head of its chain is not where its events lead: events were lost, or changed by then.";

    private readonly List<AuditFinding> _findings = [];
    private readonly Dictionary<string, SortedDictionary<int, string>> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _reads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuditHead> _heads = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Record)> _ended = [];
    private DateTimeOffset _from = DateTimeOffset.MinValue;
    private AuditDay? _last;
    private string _fingerprint = AuditDay.First;

    /// <summary>What was wrong so far.</summary>
    internal ImmutableList<AuditFinding> Findings => [.. _findings];

    /// <summary>How many readings and events were looked at.</summary>
    internal int Entries { get; private set; }

    /// <summary>The fingerprint of the last export.</summary>
    internal string Fingerprint => _fingerprint;

    /// <summary>The day of the last export; null where there was none.</summary>
    internal DateOnly? LastDay => _last?.Day;

    /// <summary>Takes the next export, in the order of days.</summary>
    internal void Take(string name, ReadOnlyMemory<byte> bytes)
    {
        var fingerprint = AuditDay.Fingerprint(bytes);
        AuditDay day;
        try
        {
            day = AuditDay.Read(bytes);
        }
        catch (FormatException e)
        {
            Found(name, e.Message);
            _fingerprint = fingerprint;
            return;
        }

        if (AuditDay.NameOf(day.Day) != name)
        {
            Found(name, "It is the export of another day.");
        }

        Follows(name, day);
        Events(name, day);
        Reads(name, day);
        Heads(name, day);
        Entries += day.Reads.Count + day.Events.Count;
        (_last, _fingerprint) = (day, fingerprint);
    }

    /// <summary>Holds the table against the exports taken.</summary>
    internal void Compare(AuditTable table)
    {
        var until = _last is null ? DateTimeOffset.MinValue : London.EndOf(_last.Day);
        foreach (var (record, events) in table.Records)
        {
            Compare(record, events, _events.GetValueOrDefault(record) ?? [], until);
        }

        foreach (
            var record in _events
                .Keys.Where(record => !table.Records.ContainsKey(record) && !table.Gone.ContainsKey(record))
                .Order(StringComparer.Ordinal)
        )
        {
            Found(record, "Every event of it was taken out of the table.");
        }

        foreach (var (name, record) in _ended.Where(one => !table.Gone.ContainsKey(one.Record)))
        {
            Found($"{name}: {record}", HeadLost);
        }

        foreach (var gone in table.Gone.Values.Where(one => table.Records.ContainsKey(one.Record.ToString())))
        {
            Found(gone.Record.ToString(), $"It was disposed of (certificate {gone.Certificate}), and events of it are in the table.");
        }

        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in table.Reads)
        {
            there.Add(read.Key);
            if (_reads.TryGetValue(read.Key, out var exported))
            {
                if (!exported.AsSpan().SequenceEqual(HashOf(read)))
                {
                    Found(read.Key, "The reading was changed in the table.");
                }
            }
            else if (read.At >= _from && read.At < until)
            {
                Found(read.Key, "The reading was put into the table after the day it names was exported.");
            }
        }

        foreach (
            var key in _reads
                .Keys.Where(key => !there.Contains(key) && !table.Gone.ContainsKey(key.Split('|')[1]))
                .Order(StringComparer.Ordinal)
        )
        {
            Found(key, "The reading was taken out of the table.");
        }
    }

    private void Follows(string name, AuditDay day)
    {
        if (_last is null && _fingerprint == AuditDay.First)
        {
            if (day.Previous != AuditDay.First)
            {
                // The exports before have run out: what it says of before is where this begins.
                _from = London.EndOf(day.Day.AddDays(-1));
                var first = day.Events.GroupBy(one => one.Record).ToDictionary(record => record.Key, record => record.First());
                foreach (var head in day.Heads)
                {
                    var start = first.TryGetValue(head.Record, out var one) ? new(head.Record, one.Number - 1, one.Previous) : head;
                    _heads[head.Record] = start;
                    Numbered(head.Record)[start.Number] = start.Hash;
                }
            }

            return;
        }

        if (day.Previous != _fingerprint)
        {
            Found(name, "The export before it is not the one it was written after.");
        }

        if (_last is not null && day.Day != _last.Day.AddDays(1))
        {
            Found(name, "An export before it is missing.");
        }
    }

    private void Events(string name, AuditDay day)
    {
        var start = _last is null ? _from : London.EndOf(_last.Day);
        foreach (var one in day.Events)
        {
            var before = _heads.GetValueOrDefault(one.Record) ?? new(one.Record, 0, HashChain.Start);
            if (one.Number != before.Number + 1 || one.Previous != before.Hash)
            {
                Found($"{name}: {one.Record}, event {one.Number}", "It does not follow the event before.");
            }

            if (one.Hash != HashChain.Next(one.Previous, one.Text))
            {
                Found($"{name}: {one.Record}, event {one.Number}", "Its hash is not that of its text.");
            }

            if (IsBefore(one, start))
            {
                Found($"{name}: {one.Record}, event {one.Number}", "It names a day that was exported before it was there.");
            }

            _heads[one.Record] = new(one.Record, one.Number, one.Hash);
            if (!Numbered(one.Record).TryAdd(one.Number, one.Hash))
            {
                Found($"{name}: {one.Record}, event {one.Number}", "It was exported before: the table had lost events by then.");
            }
        }
    }

    private void Reads(string name, AuditDay day)
    {
        var previous = "";
        foreach (var read in day.Reads)
        {
            if (string.CompareOrdinal(previous, read.Key) >= 0 || !_reads.TryAdd(read.Key, HashOf(read)))
            {
                Found($"{name}: {read.Key}", "The reading is not in its order, or there twice.");
            }

            previous = read.Key;
        }
    }

    private void Heads(string name, AuditDay day)
    {
        var said = day.Heads.ToLookup(head => head.Record, StringComparer.Ordinal);
        foreach (var (record, head) in _heads.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList())
        {
            if (!said[record].Any())
            {
                // From here on there is nothing of it: only a record that was disposed of may end so.
                _ended.Add((name, record));
                _heads.Remove(record);
            }
            else if (said[record].ToList() is not [var one] || one != head)
            {
                Found($"{name}: {record}", HeadLost);
            }
        }

        foreach (var head in day.Heads.Where(head => !_heads.ContainsKey(head.Record)))
        {
            Found($"{name}: {head.Record}", "The head of its chain has no event in any export.");
        }
    }

    private void Compare(string record, ImmutableList<AuditEvent> events, SortedDictionary<int, string> exported, DateTimeOffset until)
    {
        var last = exported.Count > 0 ? exported.Keys.Last() : 0;
        var (number, hash) = (0, HashChain.Start);
        foreach (var one in events)
        {
            number++;
            if (one.Number != number)
            {
                Found($"{record}, event {number}", "It was taken out of the table.");
                (number, hash) = (one.Number, exported.GetValueOrDefault(one.Number - 1) ?? one.Previous);
            }

            var own = HashChain.Next(hash, one.Text);
            if (exported.TryGetValue(number, out var known) && known != own)
            {
                Found($"{record}, event {number}", "It is not what was exported.");
                hash = known;
                continue;
            }

            if (one.Previous != hash || one.Hash != own)
            {
                Found($"{record}, event {number}", "Its row does not say the hash of what it holds, or of the event before.");
            }

            if (number > last && IsBefore(one, until))
            {
                Found($"{record}, event {number}", "It was put into the table after the day it names was exported.");
            }

            hash = own;
        }

        if (last > number)
        {
            Found($"{record}, after event {number}", "Events were taken out of the table.");
        }
    }

    private static bool IsBefore(AuditEvent one, DateTimeOffset instant) => instant != DateTimeOffset.MinValue && one.At < instant - Slack;

    private SortedDictionary<int, string> Numbered(string record) =>
        _events.TryGetValue(record, out var known) ? known : _events[record] = [];

    private void Found(string where, string what) => _findings.Add(new(where, what));

    private static byte[] HashOf(AuditRead read) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                string.Join('\n', read.Fields.Select(field => $"{field.Key.Length}:{field.Value.Length}:{field.Key}{field.Value}"))
            )
        );
}
