namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>
/// What the letter to an agency asks for (B3): the same in every partnership's wording, which says where each stands, and may leave out
/// none.
/// </summary>
internal static class Asks
{
    internal const string Involvement =
        "Tell us whether your agency had anything to do with the child, or with anybody in the family named in section 1 of the enclosed "
        + "form.";

    internal const string Form = "Complete the enclosed form if it had.";

    internal const string Secure =
        "Move all records and files to a safe place that staff of your agency can reach only through you or through somebody you nominate. "
        + "If current work needs them, have a copy made for it and secure that too.";

    internal const string Separate = "Keep what you send us apart from those records and files.";

    internal const string NilReturn =
        "If the child and the family are not known to your agency, please confirm this in writing. We need an answer from every agency.";
}
