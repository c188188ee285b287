namespace SafeguardingTeams.Domain.Forms;

/// <summary>Text cut to what there is room for.</summary>
public static class Cutting
{
    /// <summary>The first characters of a text, never half of one: an emoji is two.</summary>
    /// <param name="most">The most that there is room for.</param>
    public static string To(string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
