using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>A command about a case.</summary>
public abstract record CaseCommand(CaseId CaseId) : Command<CaseFile>
{
    /// <inheritdoc/>
    public sealed override RecordRef Ref => CaseId;

    /// <summary>A second case that must be read and written with the first, where there is one (joining).</summary>
    public virtual CaseId? OtherCase => null;

    /// <inheritdoc/>
    public sealed override ImmutableList<RecordRef> Others => OtherCase is { } other ? [other] : [];
}
