namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// How long somebody who pressed, or opened a page, is kept waiting before they are told that it takes longer. What was begun goes on, and
/// pressing again gives its answer.
/// </summary>
public sealed class AnswerPatience
{
    /// <summary>Less than Teams waits for the answer to a press.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromSeconds(4.5);

    /// <summary>What is said then.</summary>
    public const string Late =
        "This takes longer than usual. What you typed is still here, and nothing is done twice: wait a moment, then press the button "
        + "again.";

    /// <summary>What is said where something it needs is away.</summary>
    public const string Away =
        "Something went wrong on our side. What you typed is still here, and nothing is done twice: press the button again, now or in a "
        + "few minutes.";

    /// <summary>The answer, or after the longest time what is said in its place.</summary>
    public async Task<T> WithinAsync<T>(Task<T> answering, Func<T> late)
    {
        try
        {
            return await answering.WaitAsync(Longest);
        }
        catch (TimeoutException) when (!answering.IsCompleted)
        {
            return late();
        }
    }
}
