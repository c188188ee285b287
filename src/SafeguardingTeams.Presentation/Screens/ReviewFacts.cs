using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Approval;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>The Rapid Review in short, for those who take part in deciding (B2 to B25).</summary>
internal static class ReviewFacts
{
    private const int MaxDeadLettered = 4;

    internal static IEnumerable<Element> Of(CaseFile file, CardContext context)
    {
        var review = file.Review;
        if (review.Agencies.IsEmpty && review.Meeting is null && review.WithdrawnBecause is null)
        {
            yield break;
        }

        yield return Subheading("Rapid Review");
        foreach (var line in Alarms(file, context).Concat(Agencies(file, context)).Concat(Meeting(file)).Concat(Outcome(file, context)))
        {
            yield return line;
        }
    }

    /// <summary>For operations, who see to them.</summary>
    private static IEnumerable<Element> Alarms(CaseFile file, CardContext context) =>
        !Permissions.SeesAs(file, context.Viewer, [Role.Operations])
            ? []
            :
            [
                .. file
                    .Review.Agencies.Select(agency => agency.Key)
                    .Append("")
                    .Where(folder => file.Review.AlarmOf(folder) is { Length: > 0 })
                    .Select(folder => Fact("Alarm", $"{ReviewWords.Folders(file, folder)}: {file.Review.AlarmOf(folder)}")),
                .. file
                    .Review.DeadLettered.Values.Take(MaxDeadLettered)
                    .Select(deadLettered => Fact("Could not be done", $"{deadLettered.What}. {deadLettered.Why}")),
                .. file.Review.DeadLettered.Count > MaxDeadLettered
                    ? [Aside($"and {Count(file.Review.DeadLettered.Count - MaxDeadLettered, "thing", "things")} more")]
                    : Enumerable.Empty<Element>(),
            ];

    private static IEnumerable<Element> Agencies(CaseFile file, CardContext context)
    {
        var asked = file.Review.Agencies.Where(agency => agency.AskedAt is not null).ToList();
        if (file.Review.SentAt is null)
        {
            yield return Fact(
                "Agencies chosen",
                file.Review.Agencies.IsEmpty ? "none yet" : string.Join("; ", file.Review.Agencies.Select(agency => agency.Name))
            );
            yield break;
        }

        yield return Fact("Letters and forms sent", Moment(file.Review.SentAt.Value));
        yield return Fact("Returned", $"{asked.Count(agency => agency.Return is not null)} of {Count(asked.Count, "agency", "agencies")}");
        foreach (var agency in file.Review.Agencies.Where(agency => agency is { Return: null, TakenOff: null } && file.ReturnsMayCome))
        {
            yield return Fact(agency.Name, ReviewWords.State(file, agency, context.Now));
        }

        yield return Fact(
            "Records secured",
            $"{asked.Count(agency => agency.Securing.IsComplete)} of {asked.Count(agency => agency.Return is not { Known: false })}"
        );
        if (file.ReturnsMayCome && NamedAgencies.Unasked(file) is { IsEmpty: false } unasked)
        {
            yield return Fact("Named as involved and not asked", Inputs.Cut(string.Join("; ", unasked), 800));
        }
    }

    private static IEnumerable<Element> Meeting(CaseFile file)
    {
        if (file.Review is { WithdrawnBecause: null, Meeting: { } meeting })
        {
            yield return Fact("Meeting", ReviewWords.How(meeting));
            if (file.Review.AnswersUnmatched is > 0 and var unmatched)
            {
                yield return Fact("Answers that fit nobody", ReviewWords.Unmatched(unmatched));
            }
        }

        if (file.Review is { WithdrawnBecause: null, Agreed: null })
        {
            yield return Fact(
                "Quorum",
                file.Review.Attendees.Exists(attendee => attendee.Present) ? ReviewWords.AtTheMeeting(file) : ReviewWords.Predicted(file)
            );
        }

        if (file.Review is { SentAt: not null, WithdrawnBecause: null })
        {
            yield return Fact("Documents shared", file.Review.PackSharedAt is { } shared ? Moment(shared) : "not yet");
        }
    }

    private static IEnumerable<Element> Outcome(CaseFile file, CardContext context)
    {
        var review = file.Review;
        if (review.WithdrawnBecause is { } why)
        {
            yield return Fact("Withdrawn", Inputs.Cut(why, 800));
        }

        if (review.Agreed is { } agreed)
        {
            yield return Fact(
                "Recommendation",
                $"{Outcomes.Full(file)}, {(agreed.Unanimous ? "unanimous" : "not unanimous")}, agreed {Moment(agreed.At)}"
            );
            foreach (var line in ApprovalCards.Round(file, context))
            {
                yield return line;
            }
        }

        if (review.Report is { } report)
        {
            yield return Fact("Report and letter sent to the Panel", Moment(report.At));
        }

        if (review.Answer is { } answer)
        {
            yield return Fact(
                "The Panel's answer",
                $"{(answer.Concurs ? "it concurs" : "it does not concur")}, {ShortDay(answer.ReceivedOn)}. {Inputs.Cut(answer.Text, 800)}"
            );
        }

        if (review.PartnersResponse.Length > 0)
        {
            yield return Fact("The partners' response", Inputs.Cut(review.PartnersResponse, 800));
        }

        if (review.AccessEnded && review.WithdrawnBecause is null)
        {
            yield return Fact("Secured records", "access has ended");
        }
    }
}
