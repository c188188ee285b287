using System.Globalization;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Bench;

/// <summary>Ten years of a busy partnership as reports count them: 10,000 records, the same each time.</summary>
internal static class BenchFigures
{
    internal const int FirstYear = 2017;
    internal const int Years = 10;

    /// <summary>1,500 incidents, 2,500 referrals for practice learning, 500 reviews, 5,400 actions and 100 meetings.</summary>
    internal static IEnumerable<RecordFigures> Of(PartnershipFile file)
    {
        var chance = new Random(20261130);
        var agencies = file.Agencies.Select(one => one.Id).ToList();
        string Agency() => agencies[(int)(agencies.Count * Math.Pow(chance.NextDouble(), 2))];
        DateOnly Day() => new DateOnly(FirstYear, 4, 1).AddDays(chance.Next(Years * 365));
        string One(IReadOnlyList<string> of) => of[(int)(of.Count * Math.Pow(chance.NextDouble(), 3))];
        var codes = Characteristics.Values(agencies);
        RecordRef Ref(RecordKind kind) =>
            kind == RecordKind.Case
                ? RecordRef.Of(CaseId.FromChance("GSCP", Bytes(chance)))
                : RecordRef.Marked(kind, CaseId.FromChance("GSCP", Bytes(chance)));
        for (var i = 0; i < 1500; i++)
        {
            var day = Day();
            yield return new IncidentFigures(
                Ref(RecordKind.Case),
                day,
                Agency(),
                [
                    new(
                        ChildOutcome.SeriouslyHarmed,
                        One(AgeBands.All),
                        One(codes["child-gender"]),
                        One(codes["ethnic"]),
                        One(codes["care"])
                    ),
                ],
                day.AddDays(1),
                new(day.AddDays(7), day.AddDays(chance.Next(4, 10))),
                new(day.AddDays(25), day.AddDays(chance.Next(18, 40))),
                [.. Enumerable.Range(0, 8).Select(_ => new Timed(day.AddDays(12), day.AddDays(chance.Next(8, 20))))],
                "b",
                day.AddDays(20),
                true,
                day.AddDays(60),
                ["theme-1", "theme-2"]
            );
        }

        for (var i = 0; i < 2500; i++)
        {
            var day = Day();
            yield return new LearningFigures(
                Ref(RecordKind.Learning),
                day,
                Agency(),
                ["near-miss"],
                day.AddDays(60),
                [LearningOutcome.MultiAgencyAudit],
                new(day.AddDays(67), day.AddDays(65)),
                ["theme-3"]
            );
        }

        for (var i = 0; i < 500; i++)
        {
            var day = Day();
            yield return new ReviewFigures(
                Ref(RecordKind.Review),
                (ReviewKind)chance.Next(7),
                day,
                day,
                new(day.AddDays(182), day.AddDays(chance.Next(150, 300))),
                day.AddDays(180),
                i % 20 == 0 ? null : day.AddDays(320),
                false,
                [DelayReason.Capacity],
                [.. Enumerable.Range(0, 12).Select(_ => new AnswerFigures(Agency(), RecommendationReply.Accepted, day.AddDays(220)))],
                ["theme-2"]
            )
            {
                Parts =
                [
                    new(ParticipantKind.Child, i % 3 == 0 ? ParticipationAnswer.NotAsked : ParticipationAnswer.TakesPart),
                    new(ParticipantKind.Family, i % 4 == 0 ? ParticipationAnswer.Declined : ParticipationAnswer.TakesPart),
                    new(ParticipantKind.Practitioners, i % 9 == 0 ? ParticipationAnswer.NotYet : ParticipationAnswer.TakesPart),
                ],
            };
        }

        for (var i = 0; i < 5400; i++)
        {
            var day = Day();
            DateOnly? done = i % 20 == 0 ? null : day.AddDays(chance.Next(20, 200));
            yield return new ActionFigures(
                Ref(RecordKind.Action),
                RecordKind.Review,
                Agency(),
                day,
                day.AddDays(90),
                done,
                done?.AddDays(30),
                null,
                done is null ? null : ImpactFound.Changed,
                done?.AddDays(200)
            );
        }

        for (var i = 0; i < 100; i++)
        {
            yield return new MeetingFigures(
                Ref(RecordKind.Meeting),
                Day(),
                false,
                20,
                [
                    .. Enumerable
                        .Range(0, 12)
                        .Select(seat => new SeatFigures($"seat-{seat.ToString(CultureInfo.InvariantCulture)}", Presence.Present)),
                ]
            );
        }
    }

    private static byte[] Bytes(Random chance)
    {
        var bytes = new byte[8];
        chance.NextBytes(bytes);
        return bytes;
    }
}
