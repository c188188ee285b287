using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Configuration;

/// <summary>What must be true of the limits of a partnership's file, each for itself and all together (PD9).</summary>
internal static class LimitChecks
{
    internal static IEnumerable<FileFault> Of(PartnershipFile file)
    {
        foreach (var (id, number) in file.Limits)
        {
            if (Timescales.Configurable.All(timescale => timescale.Id != id))
            {
                yield return new(
                    $"limits.{id}",
                    $"there is no such limit. Use one of {string.Join(", ", Timescales.Configurable.Select(timescale => timescale.Id))}."
                );
            }
            else if (number is < 1 or > 60)
            {
                yield return new($"limits.{id}", $"{number} is not between 1 and 60.");
            }
        }

        foreach (var fault in LimitSense.Of(file.Limits))
        {
            yield return new(
                $"limits.{fault.Limit.Id}",
                $"{fault.Number} does not go with {fault.Others}. {fault.Because} Expected is {fault.Expected}."
            );
        }

        foreach (var fault in Hours(file))
        {
            yield return fault;
        }

        var toBeChecked = Timescales.Configurable.Where(one => one.IsToBeChecked).Select(one => one.Id).ToList();
        foreach (var (limit, i) in file.CheckedLimits.Select((limit, i) => (limit, i)))
        {
            if (!toBeChecked.Contains(limit.Id))
            {
                yield return new(
                    $"checkedLimits[{i}].id",
                    $"no limit \"{limit.Id}\" has to be checked. Use one of {string.Join(", ", toBeChecked)}."
                );
            }

            if (PartnershipChecks.IsUnsaid(limit.CheckedBy) || PartnershipChecks.IsUnsaid(limit.Source))
            {
                yield return new($"checkedLimits[{i}]", "say who checked it (checkedBy) and where it was found (source), or leave it out.");
            }
        }

        foreach (var id in PartnershipChecks.Twice(file.CheckedLimits.Select(limit => limit.Id)))
        {
            yield return new("checkedLimits", $"{id} stands twice.");
        }
    }

    /// <summary>Limits that are an hour of the day: one at which the office has opened, since reminders go before (B5).</summary>
    private static IEnumerable<FileFault> Hours(PartnershipFile file) =>
        from limit in Timescales.Configurable
        where limit.Unit == TimescaleUnit.HourOfTheDay
        let hour = file.Limits.GetValueOrDefault(limit.Id, limit.Number)
        let opens = file.Contacts.OfficeHours.From
        where hour > 23 || hour <= opens.Hour
        select new FileFault(
            $"limits.{limit.Id}",
            $"{hour} does not go with contacts.officeHours, which begin at {opens:HH:mm}. It is an hour of the day: expected is one from "
                + $"{opens.Hour + 1} to 23."
        )
        {
            About = ["contacts.officeHours"],
        };
}
