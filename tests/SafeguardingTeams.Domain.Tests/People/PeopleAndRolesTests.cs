using System.Collections.Immutable;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.Seats;
using static SafeguardingTeams.Domain.Tests.People.PeopleStory;

namespace SafeguardingTeams.Domain.Tests.People;

/// <summary>People, roles and deputies on the record (PD17).</summary>
public class PeopleAndRolesTests
{
    private readonly PeopleStory _story = new();

    [Fact]
    public void The_example_is_in_order() => Assert.Empty(RosterRules.Of(Configured, Monday));

    [Fact]
    public void What_is_not_guarded_holds_at_once_and_is_undone_by_a_further_change_PD17()
    {
        _story.Given(Give("spare", Role.MashOfficer), "ops-a");
        Assert.Equal(["mash", "spare"], _story.Roster.Holding(Role.MashOfficer, Monday).Select(person => person.Id));
        Assert.Equal("overlap", _story.Code(Give("spare", Role.MashOfficer), "ops-a"));
        _story.Given(End("spare", Role.MashOfficer, Monday.AddDays(-1)), "ops-a");
        Assert.Equal(["mash"], _story.Roster.Holding(Role.MashOfficer, Monday).Select(person => person.Id));
        Assert.Equal("overtaken", _story.Code(End("spare", Role.MashOfficer), "ops-a"));
        Assert.Equal("not-yours", _story.Code(Give("spare", Role.MashOfficer), "chair"));
        Assert.Equal("reason-needed", _story.Code(Give("spare", Role.MashOfficer) with { Reason = " " }, "ops-a"));
    }

    [Fact]
    public void Chair_leads_and_operations_their_deputies_and_accounts_wait_for_a_second_person_PD17()
    {
        ChangePeople[] guarded =
        [
            HandOver("chair", Role.Chair, "vice"),
            HandOver("lead-police", Role.LeadPolice, "police-2"),
            Give("spare", Role.Operations),
            End("ops-b", Role.Operations),
            Deputies("chair", Role.Chair, "spare"),
            Accounts("chair", Account("chair"), new(Account("chair").TenantId, "b0000000-0000-4000-8000-000000000001")),
            Accounts("vice", new PersonAccount(Account("vice").TenantId, "b0000000-0000-4000-8000-000000000002")),
            Leave("ops-b"),
            Leave("police-2"),
        ];
        foreach (var change in guarded)
        {
            var story = new PeopleStory();
            story.Given(change, "ops-a");
            Assert.Empty(story.Group.People);
            Assert.Single(story.Group.Proposals, one => one.Answer is null);
            Assert.Equal("nothing-changed", story.Code(change, "ops-a"));
        }

        ChangePeople[] open =
        [
            HandOver("scrutineer", Role.Scrutineer, "spare"),
            Accounts("spare"),
            Leave("spare"),
            Give("chair", Role.GroupMember),
        ];
        Assert.All(open, change =>
        {
            var story = new PeopleStory();
            story.Given(change, "ops-a");
            Assert.NotEmpty(story.Group.People);
        });
    }

    [Fact]
    public void Only_a_second_person_confirms_never_who_proposed_it_and_never_who_gains_PD17()
    {
        _story.Given(Give("spare", Role.Operations), "ops-a");
        Assert.Equal(["chair", "ops-b"], _story.Group.Proposal(1)!.Asked.Order());
        Assert.Equal("not-the-second", _story.Code(new ConfirmPeopleChange(1), "ops-a"));
        Assert.Equal("not-yours", _story.Code(new ConfirmPeopleChange(1), "lead-police"));
        Assert.Equal("not-yours", _story.Code(new ConfirmPeopleChange(1), "spare"));
        Assert.Equal("not-yours", _story.Code(new TakeBackPeopleChange(1), "ops-b"));
        _story.Given(new ConfirmPeopleChange(1), "ops-b");
        Assert.Contains(_story.Roster.Holding(Role.Operations, Monday), person => person.Id == "spare");
        Assert.Equal("overtaken", _story.Code(new ConfirmPeopleChange(1), "chair"));
        Assert.Equal("overtaken", _story.Code(new DeclinePeopleChange(1, "x"), "chair"));

        // Who gains is of operations already and could else confirm it.
        _story.Given(HandOver("chair", Role.Chair, "ops-b"), "ops-a");
        Assert.Equal("not-the-second", _story.Code(new ConfirmPeopleChange(2), "ops-b"));
        Assert.Equal(["chair", "spare"], _story.Group.Proposal(2)!.Asked.Order());
    }

    [Fact]
    public void Declined_or_taken_back_nothing_changes_PD17()
    {
        _story.Given(HandOver("chair", Role.Chair, "vice"), "ops-a");
        Assert.Equal("reason-needed", _story.Code(new DeclinePeopleChange(1, ""), "ops-b"));
        _story.Given(new DeclinePeopleChange(1, "Not agreed."), "ops-b");
        _story.Given(HandOver("chair", Role.Chair, "vice"), "ops-a");
        _story.Given(new TakeBackPeopleChange(2), "ops-a");
        Assert.Empty(_story.Group.People);
        Assert.Equal([ProposalEnd.Declined, ProposalEnd.TakenBack], _story.Group.Proposals.Select(one => one.Answer!.End));
        Assert.Empty(GroupTasks.Of(_story.Group));
    }

    [Fact]
    public void Where_one_person_is_left_in_operations_the_Chair_or_a_lead_confirms_PD17()
    {
        _story.Given(End("ops-b", Role.Operations, Monday.AddDays(-1)), "ops-a");
        _story.Given(new ConfirmPeopleChange(1), "chair");
        _story.Given(Give("spare", Role.Operations), "ops-a");
        Assert.Equal(["chair", "lead-council", "lead-nhs", "lead-police"], _story.Group.Proposal(2)!.Asked.Order());
        _story.Given(new ConfirmPeopleChange(2), "lead-nhs");
        Assert.Equal(2, _story.Roster.Holding(Role.Operations, Monday).Count());
    }

    [Fact]
    public void A_change_confirmed_after_its_day_holds_from_the_day_it_is_confirmed_PD17()
    {
        _story.Given(HandOver("chair", Role.Chair, "vice", Monday.AddDays(1)), "ops-a");
        _story.Today = Monday.AddDays(9);
        _story.Given(new ConfirmPeopleChange(1), "ops-b");
        Assert.Equal(["chair"], _story.Roster.Holding(Role.Chair, Monday.AddDays(8)).Select(person => person.Id));
        Assert.Equal(["vice"], _story.Roster.Holding(Role.Chair, Monday.AddDays(9)).Select(person => person.Id));
        // The deputies stay, but for whoever holds it now.
        Assert.Empty(_story.Roster.Find("vice")!.Entry(Role.Chair, _story.Today)!.Deputies);
    }

    [Fact]
    public void What_a_second_person_confirms_is_looked_at_anew_PD17()
    {
        _story.Given(HandOver("chair", Role.Chair, "spare"), "ops-a");
        _story.Given(Leave("spare", Monday.AddDays(-1)), "ops-b");
        Assert.Equal("left", _story.Code(new ConfirmPeopleChange(1), "ops-b"));
        Assert.Equal(["chair"], _story.Roster.Holding(Role.Chair, Monday).Select(person => person.Id));
    }

    [Fact]
    public void Nothing_may_leave_a_role_without_a_holder_that_somebody_has_to_hold_PD17()
    {
        foreach (var role in RosterRules.Needed.Except([Role.Operations]))
        {
            var holder = Assert.Single(Configured.Holding(role, Monday)).Id;
            Assert.Equal("nobody-left", _story.Code(End(holder, role), "ops-a"));
            Assert.Equal("nobody-left", _story.Code(End(holder, role, Monday.AddDays(90)), "ops-a"));
            Assert.Equal("nobody-left", _story.Code(Leave(holder, Monday.AddDays(90)), "ops-a"));
        }

        // A second holder for some days is none after them.
        _story.Given(Give("spare", Role.Scrutineer), "ops-a");
        _story.Given(End("spare", Role.Scrutineer, Monday.AddDays(30)), "ops-a");
        Assert.Equal("nobody-left", _story.Code(End("scrutineer", Role.Scrutineer, Monday.AddDays(31)), "ops-a"));
        Assert.Equal("nobody-left", _story.Code(Leave("scrutineer"), "ops-a"));
    }

    [Fact]
    public void Who_leaves_gives_up_roles_and_seats_with_their_last_day_and_takes_up_none_PD17()
    {
        var seat = new Seat("camhs", "Manager", "council", "The council", null, []);
        _story.Given(Give("spare", Role.GroupMember), "ops-a");
        _story.Given(new FillSeat(seat, new("spare", "Spare", "", Monday, null)), "ops-a");
        _story.Given(Leave("spare", Monday.AddDays(3)), "ops-a");
        Assert.NotEmpty(_story.Roster.Find("spare")!.On(Monday.AddDays(3)));
        Assert.Empty(_story.Roster.Find("spare")!.On(Monday.AddDays(4)));
        Assert.NotNull(_story.Group.Seats["camhs"].On(Monday.AddDays(3)));
        Assert.Null(_story.Group.Seats["camhs"].On(Monday.AddDays(4)));
        Assert.Equal("left", _story.Code(Give("spare", Role.GroupMember), "ops-a"));
        Assert.Equal("left", _story.Code(HandOver("scrutineer", Role.Scrutineer, "spare"), "ops-a"));
        _story.Given(Return("spare"), "ops-a");
        Assert.Equal("nothing-changed", _story.Code(Return("spare"), "ops-a"));
    }

    [Theory]
    [InlineData("account-of-two")]
    [InlineData("account-twice")]
    [InlineData("deputy-twice")]
    [InlineData("unlisted-tenant")]
    [InlineData("not-an-account")]
    [InlineData("not-of-the-agency")]
    [InlineData("needs-account")]
    [InlineData("called-twice")]
    [InlineData("of-another-partner")]
    [InlineData("deputy-unknown")]
    [InlineData("lead-of-two")]
    [InlineData("past")]
    [InlineData("too-far")]
    public void A_change_is_held_to_the_rules_of_the_partnerships_file(string code)
    {
        var account = Account("spare");
        ChangePeople change = code switch
        {
            "account-twice" => Accounts("spare", account, account),
            "deputy-twice" => Deputies("lead-police", Role.LeadPolice, "police-2", "police-2"),
            "account-of-two" => Accounts("spare", Account("mash")),
            "unlisted-tenant" => Accounts("spare", account, account with { TenantId = "d0000000-0000-4000-8000-000000000009" }),
            "not-an-account" => Accounts("spare", account, account with { ObjectId = "x|y z" }),
            "not-of-the-agency" => new(new(PersonChangeKind.Details, "spare") { AgencyId = "nhs" }, "x"),
            "needs-account" => Accounts("scrutineer"),
            "called-twice" => new(new(PersonChangeKind.Details, "spare") { Display = "MASH" }, "x"),
            "of-another-partner" => Deputies("lead-police", Role.LeadPolice, "vice"),
            "deputy-unknown" => Deputies("lead-police", Role.LeadPolice, "lead-police"),
            "lead-of-two" => Give("lead-council", Role.LeadHealth),
            "past" => Give("spare", Role.GroupMember, Monday.AddDays(-1)),
            _ => Give("spare", Role.GroupMember, Monday.AddDays(401)),
        };
        Assert.Contains(
            Assert.IsType<Decision.Refused>(change.DecideFor(_story.Group, [], _story.Context(_story.Actor("ops-a")))).Reasons,
            reason => reason.Code == code
        );
    }

    /// <summary>
    /// Whatever is asked for, by whomever, in whatever order: each role that somebody has to hold has a holder on every day, no account is
    /// of two people, and what is guarded changes only by a second person who gains nothing.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_is_changed_in_whatever_order_somebody_holds_each_role_and_no_account_is_of_two_PD17(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var i = 0; i < 400; i++)
        {
            _story.Today = _story.Today.AddDays(random.Next(0, 3));
            var before = _story.Roster;
            var by = Any(random, [.. before.Holding(Role.Operations, _story.Today).Select(person => person.Id)]);
            var command = AnyCommand(random);
            by = command is ConfirmPeopleChange ? Any(random, [.. before.People.Select(person => person.Id)]) : by;
            var gains =
                command is ConfirmPeopleChange(var number) && _story.Group.Proposal(number) is { } proposal
                    ? SecondPerson
                        .WhoGains(before, RosterChange.Of(proposal.Change, before, _story.Today).After ?? before, _story.Today)
                        .Add(proposal.ByPersonId)
                    : [];
            if (_story.When(command, by) is not Decision.Accepted)
            {
                continue;
            }

            accepted++;
            var after = _story.Roster;
            for (var day = 0; day < 500; day += 3)
            {
                Assert.Empty(RosterRules.Unheld(after, _story.Today.AddDays(day)));
            }

            Assert.Empty(RosterRules.Of(after, _story.Today));
            Assert.True(command is ConfirmPeopleChange || !SecondPerson.IsNeeded(before, after, _story.Today));
            Assert.DoesNotContain(by, gains);
        }

        Assert.True(accepted > 60, $"{accepted}");
        Assert.Contains(_story.Group.Proposals, one => one.Answer is { End: ProposalEnd.Confirmed });
    }

    private static string Any(Random random, ImmutableList<string> ids) => ids[random.Next(ids.Count)];

    private GroupCommand AnyCommand(Random random)
    {
        var ids = _story.Roster.People.ConvertAll(person => person.Id);
        var (one, other, role) = (Any(random, ids), Any(random, ids), RosterRules.Given[random.Next(RosterRules.Given.Length)]);
        var held = _story.Roster.Find(one)!.Roles.Where(has => !(has.To < _story.Today)).Select(has => has.Role).ToList();
        role = held.Count > 0 && random.Next(4) > 0 ? held[random.Next(held.Count)] : role;
        var day = _story.Today.AddDays(random.Next(-2, 40));
        return random.Next(10) switch
        {
            0 => Give(one, role, day),
            1 => End(one, role, day),
            2 => HandOver(one, role, other, day),
            3 => Deputies(one, role, other),
            4 => Leave(one, day),
            5 => Return(one),
            6 => Accounts(one, Account(other)),
            7 => new ChangePeople(
                new(PersonChangeKind.Add, "")
                {
                    Display = $"New {random.Next(100)}",
                    AgencyId = "council",
                    Accounts = [Account($"new {random.Next(40)}")],
                },
                ""
            ),
            _ => new ConfirmPeopleChange(random.Next(1, _story.Group.Proposals.Count + 2)),
        };
    }
}
