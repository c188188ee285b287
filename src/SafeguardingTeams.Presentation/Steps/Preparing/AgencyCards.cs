using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Preparing;

/// <summary>For operations: the agencies of a Rapid Review, who answers for each, and what is done on their behalf (B2, B3, B8).</summary>
public static partial class AgencyCards
{
    private const int MaxNamed = 12;

    /// <summary>The list: each with where it stands; those that are named and not asked.</summary>
    public static AdaptiveCard List(CaseFile file, Notice? notice, CardContext context, int page = 0) =>
        Card([
            Top(notice),
            Reference(file),
            Heading("Agencies"),
            Say(
                "Every agency that may know the child or family is asked, each through one named representative. Those the "
                    + "referral names stand below until you add them or leave them out with a reason."
            ),
            .. file
                .Review.Agencies.Skip(page * OnOneCard)
                .Take(OnOneCard)
                .SelectMany(agency =>
                    new Element[]
                    {
                        Fact(agency.Name, ReviewWords.State(file, agency, context.Now)).Apart(),
                        Fact("Representative", ReviewWords.Who(agency.Representative)),
                        Fact("Records", ReviewWords.Secured(agency)),
                        Buttons(Go(file, context, $"Open {Inputs.Cut(agency.Name, 60)}", Verbs.AgencyDesk, ("agency", agency.Key))) with
                        {
                            Spacing = "small",
                        },
                    }
                ),
            file.Review.Agencies.IsEmpty ? Aside("None chosen yet.") : null,
            .. page == 0 ? Named(file, context) : [],
            .. page == 0
                ? file.Review.NotAsked.Take(OnOneCard).Select(left => Fact($"Not asked: {left.Key}", Inputs.Cut(left.Value, 300)))
                : [],
            .. InRows([
                StepRules.MayTake(Step.ChooseAgency, file, context.Viewer)
                    ? Go(file, context, "Add agencies", Verbs.AgencyAdd).Main()
                    : null,
                .. Turn(file, context, Verbs.Agencies, file.Review.Agencies.Count, page),
                ToTheReview(file, context),
            ]),
        ]);

    /// <summary>Add an agency: one of the partnership's, or another by its name.</summary>
    /// <param name="known">The partnership's agencies that are not in the list yet.</param>
    /// <param name="filled">What was typed.</param>
    public static AdaptiveCard Add(CaseFile file, IReadOnlyList<(string Id, string Name)> known, Filled filled, CardContext context)
    {
        var named = NamedAgencies.Unasked(file);
        bool IsNamed(string name) => named.Contains(name, StringComparer.OrdinalIgnoreCase);
        // Values are separated by commas: a name has none of its own here.
        var others = named
            .Where(name => !known.Any(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || one.Id == name))
            .Select(name => new InputChoice(name, Uri.EscapeDataString(name)))
            .ToList();
        return Small(
            file,
            filled,
            context,
            "Add agencies",
            [],
            [
                "Those that are named as involved are ticked already. Tick every agency that may know the child or family. Who "
                    + "answers for each is filled in where the partnership's list says it; change it, or name somebody, in the list.",
            ],
            [
                .. Choose(
                    filled,
                    context,
                    "agency",
                    "Which agencies?",
                    [.. others, .. known.Select(one => new InputChoice(one.Name, one.Id))],
                    string.Join(
                        ',',
                        others
                            .Select(one => one.Value)
                            .Concat(known.Where(one => IsNamed(one.Name) || IsNamed(one.Id)).Select(one => one.Id))
                    ),
                    several: true
                ),
                .. Line(filled, context, "name", "Another agency: its name (optional)"),
            ],
            Go(file, context, "Add them", Verbs.AgencyAdd, (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the agencies", Verbs.Agencies)
        );
    }

    /// <summary>Not to ask an agency that was named (B8).</summary>
    public static AdaptiveCard LeaveOut(CaseFile file, string name, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Leave an agency out",
            [Fact("Agency", name)],
            [
                "It was named as involved. If it is not to be asked, or is asked under another name, say why; it stays on the "
                    + "record. You can add it later all the same.",
            ],
            [StepForm.Reason(filled, context, "Why is it not asked?")],
            Go(file, context, "Leave it out", Verbs.AgencyLeaveOut, ("name", name), (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the agencies", Verbs.Agencies)
        );

    /// <summary>One agency, with everything that can be done for it.</summary>
    public static AdaptiveCard Desk(CaseFile file, ReviewAgency agency, Notice? notice, CardContext context)
    {
        (string, string)[] key = [("agency", agency.Key)];
        bool May(Step step) => StepRules.MayTake(step, file, context.Viewer);
        var asked = agency.AskedAt is not null;
        return Card([
            Top(notice),
            Reference(file),
            Heading("One agency"),
            Fact("Agency", agency.Name),
            Fact("Where it stands", ReviewWords.State(file, agency, context.Now)),
            Fact("Representative", ReviewWords.Who(agency.Representative)),
            ReviewWords.ReturnBy(file, agency) is { } by ? Fact("To return by", by) : null,
            agency.Return is { } given ? Fact("Returned", $"{Moment(given.At)}, {ReviewWords.By(given)}") : null,
            Fact("Records", ReviewWords.Secured(agency)),
            agency.Securing.Alarm.Length > 0
                ? Top(new(NoticeKind.Problem, $"Access to its folders is not what it should be. {agency.Securing.Alarm}"))
                : null,
            .. InRows(
                May(Step.ChooseAgency)
                    ? Go(
                        file,
                        context,
                        agency.Representative is null ? "Choose the representative" : "Change the representative",
                        Verbs.Representative,
                        key
                    )
                        is var choose
                    && agency.Representative is null
                        ? choose.Main()
                        : choose
                    : null,
                May(Step.AskAgency) && agency is { IsToBeAsked: true, Representative: not null }
                    ? Go(file, context, "Ask this agency", Verbs.AgencyAsk, key).Main()
                    : null,
                May(Step.AskAgency) && agency is { TakenOff: not null, Representative: not null }
                    ? Go(file, context, "Ask it again", Verbs.AgencyAsk, key)
                    : null,
                May(Step.ChooseAgency) && agency.IsToBeAsked ? Go(file, context, "Take it off the list", Verbs.AgencyRemove, key) : null,
                agency.Return is { Known: true } ? Go(file, context, "Read the return", Verbs.ReadReturn, key) : null,
                asked && May(Step.SecureRecords) ? Go(file, context, "Securing the records", Verbs.Securing, key) : null,
                asked && May(Step.TakeOffAgency) && agency.Return is not { Known: true }
                    ? Go(file, context, "It was asked by mistake", Verbs.AgencyTakeOff, key).BehindMore()
                    : null
            ),
            .. asked && May(Step.ReturnScoping)
                ?
                [
                    Subheading("On the agency's behalf"),
                    Say("Only where it cannot use Teams or the web page itself. It is recorded that you did it."),
                    .. InRows(
                        Go(
                            file,
                            context,
                            agency.Return is null ? "Fill in the form for it" : "Put its return right",
                            Verbs.ReturnForm,
                            key
                        ),
                        agency.Return switch
                        {
                            { Known: false, Heard: null } => null,
                            { Known: false } => Go(file, context, "Put right who said so", Verbs.NilReturn, key).BehindMore(),
                            _ => Go(file, context, "It does not know the family", Verbs.NilReturn, key),
                        },
                        Link(context, "Upload a Word form", $"intake/{Code(file.Id)}/{agency.Key}")
                    ),
                ]
                : Enumerable.Empty<Element>(),
            .. InRows(Go(file, context, "Back to the agencies", Verbs.Agencies), ToTheReview(file, context)),
        ]);
    }

    /// <summary>Who answers for an agency (RO9).</summary>
    /// <param name="people">The people of that agency in the partnership's list.</param>
    /// <param name="filled">What was typed.</param>
    public static AdaptiveCard Representative(
        CaseFile file,
        ReviewAgency agency,
        IReadOnlyList<Actor> people,
        Filled filled,
        CardContext context
    ) =>
        Small(
            file,
            filled,
            context,
            "Who answers for the agency?",
            [Fact("Agency", agency.Name), Fact("Representative now", ReviewWords.Who(agency.Representative))],
            [
                "One person: they get the letter and the form, return it, and see to it that the records are secured.",
                .. agency.AskedAt is null
                    ? []
                    : ImmutableList.Create(
                        "The agency has been asked already: the new representative gets letter and form at once, and the "
                            + "earlier one no longer has a part in the case."
                    ),
            ],
            [
                .. Person(
                    filled,
                    context,
                    "representative",
                    "Representative",
                    people,
                    Go(file, context, "Find", Verbs.Representative, ("agency", agency.Key), (Verbs.Do, Finding.Do)),
                    agency.Representative?.PersonId is { Length: > 0 } id
                        ? id
                        : people.FirstOrDefault(person => person.Roles.Contains(Role.AgencyRepresentative))?.PersonId ?? ""
                ),
                agency is { AskedAt: not null, Representative: not null }
                    ? StepForm.Reason(filled, context, "Why does somebody else answer for the agency?")
                    : null,
            ],
            Go(file, context, "Save the representative", Verbs.Representative, ("agency", agency.Key), (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the agency", Verbs.AgencyDesk, ("agency", agency.Key))
        );

    private static IEnumerable<Element> Named(CaseFile file, CardContext context)
    {
        var unasked = NamedAgencies.Unasked(file);
        if (unasked.IsEmpty)
        {
            return [];
        }

        var may = StepRules.MayTake(Step.ChooseAgency, file, context.Viewer);
        return unasked
            .Take(MaxNamed)
            .SelectMany(name =>
                !may
                    ? [Fact("Named", name).Apart()]
                    : new Element[]
                    {
                        Fact("Named", name).Apart(),
                        Buttons(
                            Go(file, context, $"Add {Inputs.Cut(name, 60)}", Verbs.AgencyAdd, ("name", name), (Verbs.Do, "named")),
                            Go(file, context, $"Leave out {Inputs.Cut(name, 60)}", Verbs.AgencyLeaveOut, ("name", name))
                        ) with
                        {
                            Spacing = "small",
                        },
                    }
            )
            .Prepend(Subheading("Named as involved, and not asked"));
    }
}
