using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.Bot.Web;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// Files that people put in: held on disk in pieces, without a name, looked at two at a time; gone whatever happens.
/// </summary>
public sealed class SentFileTests : IDisposable
{
    private const long Most = 1_000_000;
    private static readonly CancellationToken Stop = CancellationToken.None;

    private readonly string _folder = Directory.CreateTempSubdirectory("held-").FullName;

    [Fact]
    public async Task A_file_is_taken_in_pieces_has_no_name_while_it_is_held_and_each_reader_has_a_place_of_its_own()
    {
        var coming = new Coming(300_000);
        await using var file = (await new HeldFiles(_folder).TakeAsync(coming, Most, Stop))!;
        Assert.Equal((300_000, HeldFiles.Piece), (file.Content.Length, coming.MostAskedFor));
        Assert.Empty(Directory.GetFiles(_folder));
        await using var one = file.Content.Open();
        await using var other = file.Content.Open();
        one.Seek(-2, SeekOrigin.End);
        Assert.Equal((Coming.At(299_998), Coming.At(0)), ((byte)one.ReadByte(), (byte)other.ReadByte()));
        Assert.Equal(Coming.At(299_999), (byte)one.ReadByte());
        Assert.Equal(-1, one.ReadByte());
    }

    [Fact]
    public async Task What_is_too_large_or_breaks_off_leaves_nothing_and_what_a_machine_left_is_deleted_at_the_start()
    {
        var left = Path.Combine(_folder, "0123.held");
        await File.WriteAllTextAsync(left, "from before");
        var held = new HeldFiles(_folder);
        Assert.False(File.Exists(left));
        Assert.Null(await held.TakeAsync(new Coming((int)Most + 1), Most, Stop));
        await Assert.ThrowsAsync<IOException>(() => held.TakeAsync(new Coming(200_000) { BreaksAt = 100_000 }, Most, Stop));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task The_page_gives_its_file_and_it_is_gone_with_the_answer()
    {
        var (http, sent) = await SendAsync(new(2, 12, TimeSpan.Zero), "me", "a.pdf");
        var chosen = Assert.IsType<SentFile.Chosen>(sent);
        Assert.Equal(("a.pdf", 9), (chosen.Name, chosen.Content.Length));
        await EndAsync(http);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await chosen.Content.Open().ReadExactlyAsync(new byte[1]));
    }

    [Fact]
    public async Task Two_are_looked_at_at_once_and_the_third_is_told_to_come_again_in_a_minute()
    {
        var turns = new UploadTurns(2, 12, TimeSpan.FromMilliseconds(1));
        var (first, _) = await SendAsync(turns, "me", "a.pdf");
        await SendAsync(turns, "me", "b.pdf");
        var (_, third) = await SendAsync(turns, "me", "c.pdf");
        Assert.IsType<SentFile.Busy>(third);
        var said = third.Problem("file of at most 100 MB");
        Assert.Contains("try again in a minute", said, StringComparison.Ordinal);
        Assert.Contains("Nothing is lost", said, StringComparison.Ordinal);
        await EndAsync(first);
        Assert.IsType<SentFile.Chosen>((await SendAsync(turns, "me", "c.pdf")).Sent);
    }

    [Fact]
    public async Task More_than_may_come_in_at_once_are_not_even_begun()
    {
        var turns = new UploadTurns(2, 1, TimeSpan.FromMilliseconds(1));
        using var place = await turns.ComeInAsync(Stop);
        Assert.IsType<SentFile.Busy>((await SendAsync(turns, "me", "a.pdf")).Sent);
    }

    [Theory]
    [InlineData("somebody else", "a.pdf", true, typeof(SentFile.NotFor))]
    [InlineData("me", "a.pdf", false, typeof(SentFile.Old))]
    [InlineData("me", null, true, typeof(SentFile.None))]
    public async Task A_page_of_somebody_elses_an_old_one_and_one_without_a_file_count_for_nobody(
        string drawnFor,
        string? name,
        bool isValid,
        Type expected
    ) => Assert.IsType(expected, (await SendAsync(new(2, 12, TimeSpan.Zero), drawnFor, name, isValid)).Sent);

    [Fact]
    public async Task A_page_that_no_browser_sends_and_one_with_too_large_a_file_give_none()
    {
        var turns = new UploadTurns(2, 12, TimeSpan.Zero);
        Assert.IsType<SentFile.None>((await SendAsync(turns, "me", "a.pdf", content: new string('x', (int)Most + 1))).Sent);
        Assert.IsType<SentFile.None>((await SendAsync(turns, new string('m', 20_000), "a.pdf")).Sent);
        Assert.Equal(
            "Choose one Word file of at most 20 MB, then press the button again.",
            new SentFile.None().Problem(CaseFilePages.Word)
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(DefaultHttpContext Http, SentFile Sent)> SendAsync(
        UploadTurns turns,
        string drawnFor,
        string? name,
        bool isValid = true,
        string content = "%PDF-1.4 "
    )
    {
        using var form = new MultipartFormDataContent { { new StringContent("t"), "__RequestVerificationToken" } };
        var http = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton(turns).AddSingleton(new HeldFiles(_folder)).BuildServiceProvider(),
            User = new ClaimsPrincipal(new ClaimsIdentity()),
        };
        form.Add(new StringContent(drawnFor == "me" ? Visitor.Of(http) : drawnFor), "for");
        if (name is not null)
        {
            form.Add(new ByteArrayContent(Encoding.ASCII.GetBytes(content)), "file", name);
        }

        http.Features.Set<IHttpMaxRequestBodySizeFeature>(new Size());
        http.Features.Set<IHttpResponseFeature>(new Ends());
        http.Request.Method = "POST";
        http.Request.ContentType = form.Headers.ContentType!.ToString();
        http.Request.Body = await form.ReadAsStreamAsync();
        http.Request.ContentLength = http.Request.Body.Length;
        return (http, await SentFile.ReadAsync(http, new Forms(isValid), Most));
    }

    private static Task EndAsync(DefaultHttpContext http) => ((Ends)http.Features.Get<IHttpResponseFeature>()!).EndAsync();

    private sealed class Size : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }

    private sealed class Ends : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Does, object State)> _ends = new();

        public override void OnCompleted(Func<object, Task> callback, object state) => _ends.Push((callback, state));

        internal async Task EndAsync()
        {
            while (_ends.TryPop(out var end))
            {
                await end.Does(end.State);
            }
        }
    }

    private sealed class Forms(bool isValid) : IAntiforgery
    {
        public Task<bool> IsRequestValidAsync(HttpContext httpContext) =>
            Task.FromResult(isValid && httpContext.Request.Form["__RequestVerificationToken"] == "t");

        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => throw new NotSupportedException();

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => throw new NotSupportedException();

        public void SetCookieTokenAndHeader(HttpContext httpContext) => throw new NotSupportedException();

        public Task ValidateRequestAsync(HttpContext httpContext) => throw new NotSupportedException();
    }

    /// <summary>A file as it comes, made while it is read.</summary>
    private sealed class Coming(int length) : MemoryStream
    {
        private int _at;

        internal int MostAskedFor { get; private set; }

        internal int BreaksAt { get; init; } = int.MaxValue;

        internal static byte At(int place) => (byte)(place % 251);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            MostAskedFor = Math.Max(MostAskedFor, buffer.Length);
            var read = Math.Min(buffer.Length, length - _at);
            for (var i = 0; i < read; i++)
            {
                buffer.Span[i] = At(_at++);
            }

            return _at < BreaksAt ? new(read) : throw new IOException("The line broke.");
        }
    }
}
