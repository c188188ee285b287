namespace SafeguardingTeams.Presentation.Steps.DeadLetters;

/// <summary>A message reaches somebody by no way: what operations are told, without saying whom and of what (F2).</summary>
public static class UnreachedText
{
    /// <summary>The line of the mail to operations whose own chats take nothing.</summary>
    public const string Subject = "Safeguarding in Teams: somebody could not be reached";

    /// <summary>What that mail says.</summary>
    public const string InTheMail =
        "A message could not be given to somebody, in Teams or by mail. Open the page and choose \"Not delivered or not done\" to see whom "
        + "it is for and why, and tell them yourself.";

    /// <summary>Why it comes by mail.</summary>
    public const string WhyByMail =
        "This comes by mail because your own chat with the app takes no messages. Write to the app once to mend that.";

    internal static (string Title, string Text) Told =>
        (
            "Somebody could not be reached",
            "A message could not be given to somebody, in Teams or by mail. See whom it is for and why, and tell them yourself."
        );
}
