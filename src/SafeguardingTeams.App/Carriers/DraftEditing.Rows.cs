using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.Carriers;

/// <content>Lists: a row is added, filled in and saved, and the list is shown where it stands.</content>
public sealed partial class DraftEditing
{
    private static EditOf AddRow(Draft draft, Page.Repeating page, Press press)
    {
        // Named by the press: the same press again finds the row it made, and no other press makes one of that name.
        var row = AnswerRow.Empty($"r{press.CommandId[..12]}");
        return new(draft.Answers.With(page.Id, row), now =>
            now.Answers.Row(page.Id, row.Id) is { } added
                ? RowCard.Draw(now, page, added, 0, [], null, press.Context)
                : List(now, page, null, press)
        );
    }

    private static EditOf SaveRow(Draft draft, Page.Repeating page, AnswerRow row, Press press)
    {
        var part = Part(press, page);
        var typed = page.Parts[part]
            .Questions.Aggregate(row, (all, question) => all.With(question.Id, Typed(question, press, question.Id, row[question.Id])));
        var given = press.Key("to") != "next" && typed.Values.IsEmpty;
        return new(given ? draft.Answers.Without(page.Id, row.Id) : draft.Answers.With(page.Id, typed), now =>
            AfterRow(now, page, typed, part, press)
        )
        {
            Typed = [.. page.Parts[part].Questions.Select(question => new TypedAnswer(question, press.Input(question.Id)))],
            Page = now => RowCard.Draw(now, page, typed, part, [], null, press.Context),
            Elsewhere = now => RowCard.Draw(now, page, typed, part, [], new(NoticeKind.Problem, ElsewhereText), press.Context),
        };
    }

    private static AdaptiveCard AfterRow(Draft draft, Page.Repeating page, AnswerRow row, int part, Press press)
    {
        switch (press.Key("to"))
        {
            case "leave":
                return LeftCard.Saved(draft, press.Context);
            case "back":
                return part > 0 && draft.Answers.Row(page.Id, row.Id) is { } there
                    ? RowCard.Draw(draft, page, there, part - 1, [], null, press.Context)
                    : List(draft, page, null, press);
            default:
                var problems = Checking
                    .Problems(page.Parts[part].Questions, question => row[question], press.Context.Today, page.Id, row.Id)
                    .ToList();
                return problems.Count > 0 ? RowCard.Draw(draft, page, row, part, problems, null, press.Context)
                    : part + 1 < page.Parts.Length ? RowCard.Draw(draft, page, row, part + 1, [], null, press.Context)
                    : List(draft, page, new(NoticeKind.Done, "Saved."), press);
        }
    }

    /// <summary>The list where the row stands that was just seen to; where it is gone, where it stood.</summary>
    private static AdaptiveCard List(Draft draft, Page.Repeating page, Notice? notice, Press press) =>
        DraftVerbs.Page(
            draft,
            page,
            [],
            notice,
            press,
            FormPageCard.PartOf(
                draft,
                page,
                draft.Answers.Row(page.Id, press.Key("row")) is { } row ? row.Id
                    : draft.Removed is { } removed && removed.GroupId == page.Id
                        ? draft.Answers.RowsOf(page.Id).ElementAtOrDefault(removed.At)?.Id
                            ?? draft.Answers.RowsOf(page.Id).LastOrDefault()?.Id
                            ?? ""
                    : draft.Answers.RowsOf(page.Id).LastOrDefault()?.Id ?? ""
            )
        );
}
