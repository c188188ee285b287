using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Tests.Typing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Group;

/// <summary>What is refused of a seat and of a bank holiday, and beside which input it is said.</summary>
public partial class GroupTests
{
    [Fact]
    public void A_seat_has_a_post_an_agency_and_somebody_who_can_be_reached_E3()
    {
        Opened();
        var outside = Holder("", Today) with { Display = "Nurse, a hospice" };
        Assert.Equal(("answer-needed", "agency"), Said(new FillSeat(Nurse with { AgencyName = " " }, Holder("nurse-1", Today))));
        Assert.Equal(("answer-needed", "holder"), Said(new FillSeat(Nurse, Holder("nurse-1", Today) with { Display = " " })));
        Assert.Equal(("answer-needed", "email"), Said(new FillSeat(Nurse, outside with { Email = "nurse" })));
        Assert.Equal(("answer-needed", "partner"), Said(new FillSeat(Nurse with { Partner = Role.Chair }, Holder("nurse-1", Today))));
        Given(new FillSeat(Nurse with { Partner = null }, outside with { Email = "nurse@hospice.example" }), Operations);
        Assert.Equal("nurse@hospice.example", _group.Seats[Nurse.Id].On(Today)!.Email);
    }

    [Theory]
    [MemberData(nameof(AddressTests.None), MemberType = typeof(AddressTests))]
    public void Who_holds_a_seat_has_an_address_that_mail_can_go_to_E3(string text)
    {
        Opened();
        Assert.Equal(("answer-needed", "email"), Said(new FillSeat(Nurse, Holder("", Today) with { Display = "Nurse", Email = text })));
    }

    [Fact]
    public void Post_name_and_address_of_a_seat_have_a_limit_E3()
    {
        Opened();
        var (most, holder) = (new string('x', FillSeat.LongestText), Holder("nurse-1", Today));
        Assert.Equal(("too-long", "title"), Said(new FillSeat(Nurse with { Title = $"{most}x" }, holder)));
        Assert.Equal(("too-long", "who"), Said(new FillSeat(Nurse, holder with { Display = $"{most}x" })));
        Assert.Equal(("too-long", "email"), Said(new FillSeat(Nurse, holder with { Email = $"{most}x" })));
        Given(new FillSeat(Nurse with { Title = most }, holder with { Display = most, Email = most }), Operations);
    }

    [Fact]
    public void The_group_has_no_more_seats_than_it_can_hold_and_each_of_them_can_still_pass_to_another_E3()
    {
        Opened();
        for (var i = 0; i < FillSeat.MaxSeats; i++)
        {
            Given(new FillSeat(Nurse with { Id = $"seat-{i}" }, Holder("nurse-1", Today)), Operations);
        }

        Assert.Equal(("too-many", null), Said(new FillSeat(Nurse, Holder("nurse-1", Today))));
        Given(new FillSeat(Nurse with { Id = "seat-0" }, Holder("nurse-2", Today)), Operations);
        Assert.Equal("nurse-2", Assert.Single(_group.Seats["seat-0"].Held).PersonId);
    }

    [Fact]
    public void Who_left_a_seat_can_hold_it_again_and_the_end_of_a_seat_is_recorded_once_E3()
    {
        Opened();
        Given(new FillSeat(Nurse, Holder("nurse-1", Today)), Operations);
        Given(new EndSeat(Nurse.Id, Today.AddDays(9)), Operations);
        Assert.Equal(("nothing-changed", "to"), Said(new EndSeat(Nurse.Id, Today.AddDays(9))));
        Assert.Equal(("nothing-changed", "holder"), Said(new FillSeat(Nurse, Holder("nurse-1", Today.AddDays(9)))));
        Given(new FillSeat(Nurse, Holder("nurse-1", Today.AddDays(20))), Operations);
        Assert.Equal(
            ["nurse-1", null, "nurse-1"],
            new[] { 9, 19, 20 }.Select(days => _group.Seats[Nurse.Id].On(Today.AddDays(days))?.PersonId)
        );
    }

    [Fact]
    public void A_bank_holiday_that_is_taken_off_the_list_is_worked_on_and_a_weekend_is_none()
    {
        Opened();
        var christmas = new DateOnly(2026, 12, 25);
        Assert.Equal(("nothing-changed", "date"), Said(new AmendBankHolidays(new(2026, 11, 14), false, "Announced.")));
        Assert.Equal(("nothing-changed", "date"), Said(new AmendBankHolidays(new(2026, 11, 15), false, "Announced.")));
        Assert.Equal(("nothing-changed", "date"), Said(new AmendBankHolidays(new(2026, 11, 15), true, "Announced.")));
        Given(new AmendBankHolidays(christmas, false, " Announced. "), Operations);
        Assert.Equal((false, "Announced."), (_group.BankHolidays[christmas].IsHoliday, _group.BankHolidays[christmas].Reason));
        Assert.Equal(("nothing-changed", "date"), Said(new AmendBankHolidays(christmas, false, "Announced.")));
    }

    private (string Code, string? Field) Said(Command command) =>
        Assert.IsType<Decision.Refused>(When(command, Operations)).Reasons[0] is var refusal ? (refusal.Code, refusal.Field) : default;

    [Fact]
    public void A_seat_stands_for_the_partner_of_its_agency_and_is_held_by_somebody_of_it_B14()
    {
        Opened();
        var schools = Nurse with { AgencyId = "schools", AgencyName = "Schools", Partner = Role.LeadPolice };
        Assert.Equal(("not-their-partner", "agency"), Said(new FillSeat(schools, Holder("nurse-1", Today))));
        var chair = CaseStory.Somebody(Role.Chair).PersonId;
        Assert.Equal(("not-their-partner", "holder"), Said(new FillSeat(Nurse, Holder(chair, Today))));
        Given(new FillSeat(Nurse with { Partner = null }, Holder("nurse-1", Today)), Operations);
        Assert.Equal(Role.LeadHealth, _group.Seats[Nurse.Id].Partner);
        Given(new FillSeat(schools with { Partner = null }, Holder(chair, Today)), Operations);
        Assert.Null(_group.Seats[Nurse.Id].Partner);
    }
}
