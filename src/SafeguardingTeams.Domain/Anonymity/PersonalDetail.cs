namespace SafeguardingTeams.Domain.Anonymity;

/// <summary>What in a text may point to a person (E26).</summary>
public enum DetailKind
{
    /// <summary>A name, or what somebody is called by.</summary>
    Name,

    /// <summary>The first letters of a name.</summary>
    Initials,

    /// <summary>A date, in figures or in words.</summary>
    Date,

    /// <summary>An age with its unit.</summary>
    Age,

    /// <summary>An address, or a part of one.</summary>
    Address,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>An email address.</summary>
    Email,

    /// <summary>A web address, or the name of an account.</summary>
    Link,

    /// <summary>A number or a reference that stands for one person or one record.</summary>
    Reference,

    /// <summary>A school, a hospital or another place by its name.</summary>
    Place,

    /// <summary>An agency or a service by its name.</summary>
    Agency,

    /// <summary>A job that few people have.</summary>
    JobTitle,

    /// <summary>How a family is made up: twins, the youngest of five.</summary>
    Family,

    /// <summary>Words that somebody said or wrote, which can be looked for.</summary>
    Quotation,
}

/// <summary>One place in a text that may point to a person.</summary>
/// <param name="At">Where it begins, in characters from 0.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="IsKnown">Whether the source record knows it; else it is found by what it looks like.</param>
/// <param name="IsWhole">Whether it stands there as it is; else it is split, or inside another word.</param>
public sealed record PersonalDetail(DetailKind Kind, int At, string Text, bool IsKnown, bool IsWhole = true);
