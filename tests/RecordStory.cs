using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Tests;

/// <summary>
/// A record by what was done to it: each command is decided as it would be, with the other records it needs as they stand, and what
/// happened is on the record. No storage.
/// </summary>
internal abstract class RecordStory<TFile, TStory>(TFile begin)
    where TFile : RecordFile
    where TStory : RecordStory<TFile, TStory>
{
    private int _commands;

    internal TFile File { get; private protected set; } = begin;

    internal DateTimeOffset Now { get; set; } = CaseStory.Monday;

    /// <exception cref="InvalidOperationException">It is refused.</exception>
    internal TStory Given(Command command, Actor actor) =>
        When(command, actor) is Decision.Refused refused
            ? throw new InvalidOperationException($"{command.Step} was refused: {refused.Reasons[0].Code}, {refused.Reasons[0].Message}")
            : (TStory)this;

    /// <summary>The same, later.</summary>
    internal TStory On(DateTimeOffset now)
    {
        Now = now;
        return (TStory)this;
    }

    internal Decision When(Command command, Actor actor)
    {
        var decision = command.DecideFor(File, [.. command.Others.Select(Other)], Context(actor));
        if (decision is Decision.Accepted accepted)
        {
            _commands++;
            foreach (var happened in accepted.Changes.Where(change => change.Record == File.Ref).Select(change => change.Event))
            {
                File = Replay.Next(
                    File,
                    new(
                        File.Ref,
                        File.Version + 1,
                        Now,
                        new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. File.RolesOf(actor).Order()]),
                        $"command-{_commands}",
                        happened
                    )
                );
            }
        }

        return decision;
    }

    /// <summary>What a decision by somebody knows.</summary>
    internal virtual DecisionContext Context(Actor actor) => new ActionStory { Now = Now }.Context(actor);

    /// <summary>Another record that a command needs, as it stands.</summary>
    private protected abstract RecordFile Other(RecordRef record);
}
