using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.Referral;

namespace SafeguardingTeams.App.Connector;

/// <summary>
/// A flow refers in the name of whoever it runs as, by the forms and the command that the cards use (A2, D1). The reference follows from
/// the id that the flow gives its request: sent again, nothing is done twice.
/// </summary>
public sealed class FlowReferrals(DraftStore drafts, CommandRunner commands)
{
    /// <summary>The longest id of a request, in characters.</summary>
    public const int LongestRequestId = 64;

    /// <summary>The form of a serious incident (A5).</summary>
    public static Form IncidentForm => SeriousIncidentReferralV1.Form;

    /// <summary>The form of practice learning (D2).</summary>
    public static Form LearningForm => PracticeLearningV1.Form;

    /// <summary>Sends a serious-incident referral to the MASH.</summary>
    /// <param name="requestId">What the flow calls this request; the same where it is sent again.</param>
    /// <param name="sent">The answers, by <see cref="FormSchema"/>.</param>
    public Task<CallEnd> IncidentAsync(Caller.Person caller, string requestId, JsonElement sent, CancellationToken cancellationToken) =>
        SubmitAsync(
            caller,
            requestId,
            IncidentForm,
            sent,
            (commandId, answers) => new SubmitReferral(drafts.CaseFrom(commandId), IncidentForm.Id, IncidentForm.Version, answers),
            first => (first as ReferralSubmitted)?.Answers,
            cancellationToken
        );

    /// <summary>Refers for practice learning.</summary>
    /// <inheritdoc cref="IncidentAsync"/>
    public Task<CallEnd> LearningAsync(Caller.Person caller, string requestId, JsonElement sent, CancellationToken cancellationToken) =>
        SubmitAsync(
            caller,
            requestId,
            LearningForm,
            sent,
            (commandId, answers) => new SubmitLearning(drafts.LearningFrom(commandId), LearningForm.Id, LearningForm.Version, answers),
            first => (first as LearningSubmitted)?.Answers,
            cancellationToken
        );

    private async Task<CallEnd> SubmitAsync(
        Caller.Person caller,
        string requestId,
        Form form,
        JsonElement sent,
        Func<string, Answers, Command> of,
        Func<RecordEvent, Answers?> submitted,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(requestId) || requestId.Length > LongestRequestId)
        {
            return new CallEnd.Refused([
                new("request-id-needed", $"Give the request an id of its own, of at most {LongestRequestId} characters.", "requestId"),
            ]);
        }

        var (answers, unread) = FormInput.Read(form, sent);
        if (!unread.IsEmpty)
        {
            return new CallEnd.Refused(unread);
        }

        var commandId = CommandId(caller, form.Id, requestId);
        var command = of(commandId, answers);
        if (!DraftStore.Fits(drafts.New(command.Ref, caller.Actor, form, answers)))
        {
            return new CallEnd.Refused([
                new(
                    "too-long",
                    "The form as a whole is longer than can be kept. Nothing was sent. Shorten it; a long account can follow as a paper.",
                    "referral"
                ),
            ]);
        }

        var outcome = await commands.RunAsync(command, commandId, caller.Actor, cancellationToken);
        return
            outcome is Outcome.Done { Again: true } done
            && submitted(done.Record.History[0].Event) is { } before
            && !AnswerChange.Between(form, before, answers).IsEmpty
            ? new CallEnd.Refused([
                new(
                    "request-id-used",
                    "Another referral was sent under this request id before. Nothing has been changed. Give this one an id of its own."
                ),
            ])
            : CallEnd.Of(outcome);
    }

    /// <summary>The id of a request's command: another person's request of the same name is another.</summary>
    internal static string CommandId(Caller.Person caller, params IEnumerable<string> of) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Concat(new[] { "flow", caller.Actor.PersonId }.Concat(of).Select(one => $"{one.Length}:{one}"))
                )
            )
        )[..32];
}
