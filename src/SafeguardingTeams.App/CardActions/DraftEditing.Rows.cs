using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <content>Lists: a row is added, filled in and saved, and the list is shown where it stands.</content>
public sealed partial class DraftEditing
{
    private static EditOf AddRow(Draft draft, Page.Repeating page, CardInvocation invocation)
    {
        // Named by the press: the same press again finds the row it made, and no other press makes one of that name.
        var row = AnswerRow.Empty($"r{invocation.CommandId[..12]}");
        return new(draft.Answers.With(page.Id, row), now =>
            now.Answers.Row(page.Id, row.Id) is { } added
                ? RowCard.Draw(now, page, added, 0, [], null, invocation.Context)
                : List(now, page, null, invocation)
        );
    }

    private static EditOf SaveRow(Draft draft, Page.Repeating page, AnswerRow row, CardInvocation invocation)
    {
        var part = Part(invocation, page);
        var typed = page.Parts[part]
            .Questions.Aggregate(row, (all, question) => all.With(question.Id, Typed(question, invocation, question.Id, row[question.Id])));
        var given = invocation.Key("to") != "next" && typed.Values.IsEmpty;
        return new(given ? draft.Answers.Without(page.Id, row.Id) : draft.Answers.With(page.Id, typed), now =>
            AfterRow(now, page, typed, part, invocation)
        )
        {
            Typed = [.. page.Parts[part].Questions.Select(question => new TypedAnswer(question, invocation.Input(question.Id)))],
            Page = now => RowCard.Draw(now, page, typed, part, [], null, invocation.Context),
            Elsewhere = now => RowCard.Draw(now, page, typed, part, [], new(NoticeKind.Problem, ElsewhereText), invocation.Context),
        };
    }

    private static AdaptiveCard AfterRow(Draft draft, Page.Repeating page, AnswerRow row, int part, CardInvocation invocation)
    {
        switch (invocation.Key("to"))
        {
            case "leave":
                return LeftCard.Saved(draft, invocation.Context);
            case "back":
                return part > 0 && draft.Answers.Row(page.Id, row.Id) is { } there
                    ? RowCard.Draw(draft, page, there, part - 1, [], null, invocation.Context)
                    : List(draft, page, null, invocation);
            default:
                var problems = Checking
                    .Problems(page.Parts[part].Questions, question => row[question], invocation.Context.Today, page.Id, row.Id)
                    .ToList();
                return problems.Count > 0 ? RowCard.Draw(draft, page, row, part, problems, null, invocation.Context)
                    : part + 1 < page.Parts.Length ? RowCard.Draw(draft, page, row, part + 1, [], null, invocation.Context)
                    : List(draft, page, new(NoticeKind.Done, "Saved."), invocation);
        }
    }

    /// <summary>The list where the row stands that was just seen to; where it is gone, where it stood.</summary>
    private static AdaptiveCard List(Draft draft, Page.Repeating page, Notice? notice, CardInvocation invocation) =>
        DraftHandlers.Page(
            draft,
            page,
            [],
            notice,
            invocation,
            FormPageCard.PartOf(
                draft,
                page,
                draft.Answers.Row(page.Id, invocation.Key("row")) is { } row ? row.Id
                    : draft.Removed is { } removed && removed.GroupId == page.Id
                        ? draft.Answers.RowsOf(page.Id).ElementAtOrDefault(removed.At)?.Id
                            ?? draft.Answers.RowsOf(page.Id).LastOrDefault()?.Id
                            ?? ""
                    : draft.Answers.RowsOf(page.Id).LastOrDefault()?.Id ?? ""
            )
        );
}
