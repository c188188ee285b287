using System.Text.RegularExpressions;

namespace SafeguardingTeams.Domain.Anonymity;

/// <summary>What may point to a person, by what it looks like (E26).</summary>
internal static partial class Looks
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Months =
        "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
        + "dec(?:ember)?)";

    private const string Ordinals =
        "(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
        + "fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";

    private const string Numbers =
        "(?:\\d{1,3}(?:\\.5|½)?|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:one|two|three|four|five|six|seven|"
        + "eight|nine)|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
        + "seventy|eighty|ninety)";

    /// <summary>Each kind with how it looks.</summary>
    internal static (DetailKind Kind, Regex Pattern)[] All { get; } =
    [
        (DetailKind.Date, Date()),
        (DetailKind.Date, DateInWords()),
        (DetailKind.Date, Feast()),
        (DetailKind.Age, Age()),
        (DetailKind.Postcode, Postcode()),
        (DetailKind.Telephone, Telephone()),
        (DetailKind.Email, Email()),
        (DetailKind.Link, Link()),
        (DetailKind.Reference, Reference()),
        (DetailKind.Place, Place()),
        (DetailKind.Address, Street()),
        (DetailKind.JobTitle, JobTitle()),
        (DetailKind.Family, Family()),
        (DetailKind.Quotation, Quotation()),
    ];

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]?[\s\u00a0]{0,2}\d[ABD-HJLNP-UW-Z]{2}\b", Options)]
    internal static partial Regex Postcode();

    [GeneratedRegex(@"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})\b", Options)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\b(?:(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?|"
            + Ordinals
            + @")\s+(?:of\s+)?"
            + Months
            + @"\b(?:,?\s+\d{4})?|"
            + Months
            + @"\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+\d{4})?|"
            + Ordinals
            + @"\b|\d{4}\b))",
        Options
    )]
    private static partial Regex DateInWords();

    [GeneratedRegex(
        @"\b(?:christmas(?:\s+(?:day|eve))?|boxing\s+day|new\s+year'?s\s+(?:day|eve)|good\s+friday|easter(?:\s+(?:sunday|monday))?|"
            + @"halloween|bonfire\s+night|eid|diwali|(?:last|that|one)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        Options
    )]
    private static partial Regex Feast();

    [GeneratedRegex(
        @"\b(?:aged\s+"
            + Numbers
            + @"\b(?:\s+(?:days?|weeks?|months?|years?))?|"
            + Numbers
            + @"[-\s]+(?:day|week|month|year)s?[-\s]+olds?\b|"
            + Numbers
            + @"\s+(?:days|weeks|months|years)\s+of\s+age\b|"
            + @"(?:turned|was)\s+"
            + Numbers
            + @"\s+(?:days|weeks|months|years)\b|"
            + @"\d{1,2}\s?y/?o\b|(?:in\s+)?year\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b)",
        Options
    )]
    private static partial Regex Age();

    [GeneratedRegex(@"(?<![\d-])(?:\+44[\s.-]?(?:\(0\))?|\(?0)\d(?:[\s().-]{0,2}\d){8,9}(?!\d)", Options)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[A-Z0-9._%+'-]+\s?@\s?[A-Z0-9-]+(?:\.[A-Z0-9-]+)+", Options)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|(?<![\w.])@\w{3,}", Options)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"\b(?:\d{3}[\s-]?\d{3}[\s-]?\d{4}|[A-Z]{2,6}(?:-[A-Z]{2})?-[A-Z0-9]{4}-[A-Z0-9]{4}|"
            + @"[A-Z]{2,5}[/\s-]?\d{4,}(?:[/-]\d{2,4})?|\d{2,}/\d{4,}(?:/\d{2,4})?)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"\b(?:(?:St\.?|[A-Z][\w’']+)\s+){1,4}(?:School|Academy|Primary|Infants|Nursery|College|University|Hospital|Infirmary|Surgery|"
            + @"Clinic|Hospice|Children[’']s\s+Centre|Church|Mosque|Temple|Synagogue|Park|Estate|Tower|House|Prison|Hostel|Refuge)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\b(?:\d{1,4}[A-Za-z]?\s+)?(?:[A-Z][\w’']+\s+){1,3}(?:Street|Road|Avenue|Lane|Close|Crescent|Gardens|Terrace|Way|Drive|Grove|"
            + @"Square|Mews|Court|Place|Hill)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Street();

    [GeneratedRegex(
        @"\b(?:head\s?teacher|deputy\s+head|headmaster|headmistress|coroner(?:'s\s+officer)?|vicar|priest|imam|rabbi|pastor|"
            + @"(?:consultant|specialist|named|designated|lead|chief|only|senior|community)\s+(?:\w+\s+){0,2}(?:nurse|doctor|midwife|"
            + @"paediatrician|neurosurgeon|surgeon|psychiatrist|psychologist|radiologist|pathologist|geneticist|therapist|practitioner|"
            + @"officer|inspector|superintendent|executive)|neurosurgeon|pathologist|geneticist|detective\s+\w+|chief\s+constable|"
            + @"childminder|foster\s+carer|interpreter|play\s+therapist|chaplain|school\s+caretaker|lollipop\s+\w+)\b",
        Options
    )]
    private static partial Regex JobTitle();

    [GeneratedRegex(
        @"\b(?:twins?|triplets?|quadruplets?|(?:only|eldest|oldest|youngest|middle|second|third|fourth|fifth)\s+(?:child|son|daughter|"
            + @"boy|girl|of\s+\w+)|"
            + Numbers
            + @"\s+(?:\w+\s+)?(?:siblings|children|brothers|sisters|sons|daughters)|"
            + @"(?:half|step)[-\s](?:brothers?|sisters?|siblings?)|adopted|surrogate)\b",
        Options
    )]
    private static partial Regex Family();

    [GeneratedRegex("[\"“‘][^\"“”‘’]{2,200}(?:\\s[^\"“”‘’]{1,200}){2,}[\"”’]", Options)]
    private static partial Regex Quotation();
}
