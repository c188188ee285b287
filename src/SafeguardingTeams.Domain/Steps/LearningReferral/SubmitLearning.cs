using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningReferral;

/// <summary>
/// Refers for practice learning (D1, D2). The safeguarding lead is found by the email address among the agency's own leads and is asked
/// to agree; who is a lead themselves needs no second yes; where the lead has no account here, operations ask them (D9, PD14). What came
/// as a Word form by mail is sent by operations for whoever is named in it as the referrer.
/// </summary>
/// <param name="From">The case below the threshold whose answers it was begun from (A4); null where it was begun anew.</param>
public sealed record SubmitLearning(RecordRef Learning, string FormId, int FormVersion, Answers Answers, CaseId? From = null)
    : LearningCommand(Learning)
{
    /// <summary>How it came, where operations send it for its referrer; empty where the referrer sends it.</summary>
    public string How { get; init; } = "";

    /// <inheritdoc/>
    public override Step Step => Step.SubmitLearning;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        if (How.Length > 0 && !context.Actor.Roles.Contains(Role.Operations))
        {
            return Decision.Refuse(Refusal.NotYours);
        }

        var problems = Checking.Problems(FormLibrary.Get(FormId, FormVersion), Answers, context.Today);
        if (!problems.IsEmpty)
        {
            return new Decision.Refused([
                .. problems.Select(problem => new Refusal(
                    "incomplete",
                    problem.Message,
                    $"{problem.Place.PageId}/{problem.Place.RowId}/{problem.Place.QuestionId}"
                )),
            ]);
        }

        var referrer = ReferrerOf(new(Answers), context);
        var lead = LeadOf(new(Answers), referrer.AgencyId, context);
        var timescale = lead.Agrees == true ? Timescales.LearningTriage : Timescales.SafeguardingLeadsAnswer;
        var submitted = new LearningSubmitted(
            FormId,
            FormVersion,
            Answers,
            referrer,
            lead,
            From,
            context.Rules,
            [context.Pin(files.This, timescale, context.Today)]
        );
        return How.Length == 0
            ? Decision.Accept(Learning, submitted)
            : new Decision.Accepted([new(Learning, submitted), new(Learning, new LearningReadIn(How))]);
    }

    /// <summary>
    /// Who refers: whoever sends it; of what came by mail the person of the partnership's file with the email address on the form, else
    /// somebody without an account here, by what the form says.
    /// </summary>
    private Referrer ReferrerOf(LearningAnswers answers, DecisionContext context)
    {
        var person =
            How.Length == 0
                ? context.Actor
                : context.People.Find(person =>
                    person.Email.Length > 0 && person.Email.Equals(answers.ReferrerEmail, StringComparison.OrdinalIgnoreCase)
                );
        return person is null
            ? new("", answers.ReferrerName, "", answers.ReferrerAgency)
            : new(person.PersonId, person.Display, person.AgencyId, person.AgencyName);
    }

    private SafeguardingLead LeadOf(LearningAnswers answers, string agencyId, DecisionContext context)
    {
        // What came by mail was not sent by the person it names: their yes is asked for, lead or not.
        if (How.Length == 0 && context.Actor.Roles.Contains(Role.DesignatedSafeguardingLead))
        {
            return new(context.Actor.PersonId, context.Actor.Display, Agrees: true);
        }

        var known = context.People.Find(person =>
            (agencyId.Length == 0 || person.AgencyId == agencyId)
            && person.Roles.Contains(Role.DesignatedSafeguardingLead)
            && person.Email.Equals(answers.LeadEmail, StringComparison.OrdinalIgnoreCase)
        );
        return new(known?.PersonId ?? "", known?.Display ?? answers.LeadName);
    }
}

/// <summary>A referral for practice learning was sent.</summary>
/// <param name="Lead">The safeguarding lead; agreeing already where the referrer is one.</param>
/// <param name="Deadlines">Of the lead's answer, or of the Chair's choice.</param>
public sealed record LearningSubmitted(
    string FormId,
    int FormVersion,
    Answers Answers,
    Referrer Referrer,
    SafeguardingLead Lead,
    CaseId? From,
    PinnedRules Rules,
    ImmutableList<Deadline> Deadlines
) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningSubmitted.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file.Start(Deadlines) with
        {
            Referral = new(FormId, FormVersion, Answers, Referrer, recorded.At),
            Lead = Lead,
            From = From is { } id ? RecordRef.Of(id) : null,
            Rules = Rules,
            Stage = Lead.Agrees == true ? LearningStage.AwaitingTriage : LearningStage.AwaitingSafeguardingLead,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        [
            LearningCards.ToReferrer(after),
            Lead.Agrees == true ? LearningCards.ToTheChair(after) : LearningCards.ToTheLead(after),
            LearningCards.Operations(after),
        ];
}
