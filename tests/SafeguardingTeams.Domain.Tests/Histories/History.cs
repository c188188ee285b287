using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>One history: a world, what happens in it, and what is found wrong with it on the way.</summary>
internal sealed class History(World start, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _trail = [];
    private readonly World _start = start;
    private World _world = start;
    private bool _amended;

    internal int Seed => seed;

    internal HashSet<(RecordKind, Step, string)> Reached { get; } = [];

    /// <summary>By whom: the one role of the table by which somebody took the step.</summary>
    internal HashSet<Choices.Reach> ReachedBy { get; } = [];

    internal List<string> Wrong { get; } = [];

    internal Messages Messages { get; } = new();

    internal World World => _world;

    internal string Said() => $"{string.Join("; ", Wrong)}\nafter\n{string.Join('\n', _trail.TakeLast(25))}";

    internal void Play(int length)
    {
        // Of three histories one is of all kinds alike, one mostly of cases, one mostly of one of the others.
        var choices = new Choices(
            _random,
            (seed % 6) switch
            {
                1 or 4 => RecordKind.Case,
                2 => RecordKind.Learning,
                3 => RecordKind.Action,
                5 => RecordKind.Meeting,
                _ => null,
            }
        );
        foreach (var file in _world.Files.Values)
        {
            Wrong.AddRange(Truths.Wrong(_world, file));
        }

        for (var i = 0; i < length && Wrong.Count == 0; i++)
        {
            TimePasses();
            Something(choices);
        }
    }

    /// <summary>One step at the stage a record is at, by whoever may and in whatever way it can be taken; whether it was.</summary>
    /// <param name="by">By whoever has this role of those the table gives it to, and no other of them; null for anybody.</param>
    internal bool Takes(RecordFile file, Step step, Role? by = null)
    {
        var people = _world.People();
        var actors = by is { } only ? people.FindAll(person => Choices.RolesBy(file, step, person) is [var role] && role == only) : people;
        foreach (var command in new Choices(_random, null).Of(_world, file, step))
        {
            var record = _start.Of(command.Ref);
            if (
                actors.FindAll(person => record.Refuse(command.Step, person) is null).Exists(actor => IsAccepted(command, actor, people))
                && Reached.Contains((file.Ref.Kind, step, file.StageName))
            )
            {
                return true;
            }

            // It went otherwise: on another record, or without this one.
            _world = _start;
        }

        return false;
    }

    /// <summary>Whether somebody may do just this.</summary>
    internal bool Takes(Command command, Actor actor) => IsAccepted(command, actor, _world.People());

    private void Something(Choices choices)
    {
        var file = choices.Record(_world);
        var steps = Choices.StepsOf(file);
        if (steps.Length == 0)
        {
            return;
        }

        var step = choices.Next(steps, one => Reached.Contains((file.Ref.Kind, one, file.StageName)));
        var people = _world.People();
        foreach (var command in choices.Of(_world, file, step))
        {
            var record = _world.Of(command.Ref);
            var able = people.Add(Cast.Guest).FindAll(person => record.Refuse(command.Step, person) is null).ToArray();
            _random.Shuffle(able);
            if (able.Take(3).Any(actor => IsAccepted(command, actor, people)))
            {
                break;
            }
        }

        ThisSystemComes(choices);
    }

    /// <summary>The sweeps: reminders that are due go, and where the bank holidays were amended the clocks are counted again.</summary>
    private void ThisSystemComes(Choices choices)
    {
        var people = _world.People();
        foreach (var file in _world.Files.Values.OrderBy(file => file.Ref.Id, StringComparer.Ordinal))
        {
            var remind = Choices.StepsOf(file).Where(Choices.Reminds);
            var again = Choices.StepsOf(file).Where(step => _amended && Choices.CountsAgain(step));
            foreach (var command in remind.Concat(again).SelectMany(step => choices.Of(_world, file, step)))
            {
                IsAccepted(command, Cast.System, people);
            }
        }

        _amended = false;
        foreach (var record in _world.Files.Values)
        {
            Wrong.AddRange(Truths.OfDates(_world, record));
        }
    }

    private bool IsAccepted(Command command, Actor actor, ImmutableList<Actor> people)
    {
        if (_world.Decide(command, actor, people) is not Decision.Accepted accepted)
        {
            return false;
        }

        Happens(command, actor, accepted);
        _amended |= command.Step == Step.AmendBankHolidays;
        return true;
    }

    private void Happens(Command command, Actor actor, Decision.Accepted accepted)
    {
        if (_trail.Count == 0)
        {
            Messages.AreThere(_start);
        }

        var before = _world;
        Reaches(before.Of(command.Ref), command.Step, actor);
        foreach (var other in command.Others)
        {
            Reaches(before.Of(other), StepOn(command, other), actor);
        }

        _trail.Add($"{_world.Now:yyyy-MM-dd HH:mm} {command.GetType().Name} {command.Ref} by {actor.PersonId}");
        _world = before.After(accepted, actor);
        var then = before;
        foreach (var change in accepted.Changes)
        {
            then = then.After(new([change]), actor);
            Wrong.AddRange(Messages.Wrong(change.Event, then.Of(change.Record), _world));
        }

        foreach (var record in _world.Files.Values)
        {
            if (before.Of(record.Ref).Version != record.Version || record.Ref.Kind != RecordKind.Case)
            {
                Wrong.AddRange(Truths.Wrong(_world, record));
            }
        }
    }

    private void Reaches(RecordFile before, Step step, Actor actor)
    {
        Reached.Add((before.Ref.Kind, step, before.StageName));
        if (Choices.RolesBy(before, step, actor) is [var role])
        {
            ReachedBy.Add(new(before.Ref.Kind, step, before.StageName, role));
        }
    }

    /// <summary>Mostly little; sometimes days; sometimes until something is to happen.</summary>
    private void TimePasses()
    {
        var jump = _random.Next(20);
        var meetings = _world
            .All<MeetingFile>()
            .Where(meeting => meeting.Stage == MeetingStage.Planned && meeting.Plan!.Day > _world.Today)
            .ToList();
        var now =
            jump < 12 ? _world.Now.AddMinutes(_random.Next(30))
            : jump < 18 || meetings.Count == 0 ? _world.Now.AddHours(_random.Next(100))
            : London.Instant(meetings[_random.Next(meetings.Count)].Plan!.Day, new(13, 0));
        _world = _world with { Now = now > _world.Now ? now : _world.Now };
    }

    /// <summary>What a command is on another record: most often the same step.</summary>
    private static Step StepOn(Command command, RecordRef other) =>
        (Step)
            typeof(Command)
                .GetMethod("StepOn", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                .Invoke(command, [other])!;
}
