using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Preparing;

/// <summary>The Rapid Review is prepared: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } = new StepMessages().Message(CardKind.AgencyNamed, asked => NamedAgencies
                .Unasked(asked.File)
                .IsEmpty
                ? ("Agencies named: nothing more to do", "Every agency that was named is asked, or left out with a reason.")
            : !asked.File.ReturnsMayCome
                ? ("Agencies named: nothing more to do", "The time in which agencies return a form is over, so nobody is asked any more.")
            : ("An agency is named that has not been asked", "Ask it, or say why not. Open the case to see which."));
}
